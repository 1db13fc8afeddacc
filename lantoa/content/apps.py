from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "lantoa.content"
    verbose_name = "Nội dung"
