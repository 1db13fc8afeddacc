from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "lantoa.common"
    verbose_name = "Nền chung"
