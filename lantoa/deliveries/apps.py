from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    name = "lantoa.deliveries"
    verbose_name = "Sổ truyền thông"
