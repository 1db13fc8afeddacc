from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "lantoa.office"
    verbose_name = "Màn hình cán bộ"
