from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "lantoa.budget"
    verbose_name = "Kinh phí"

    def ready(self) -> None:
        from lantoa.budget.replacing import problems_with_replacing
        from lantoa.plans.consulted import BEFORE_ISSUE

        BEFORE_ISSUE.append(problems_with_replacing)
