from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "lantoa.coverage"
    verbose_name = "Độ phủ"
