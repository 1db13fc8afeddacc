from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "lantoa.budget"
    verbose_name = "Kinh phí"
