from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "lantoa.library"
    verbose_name = "Kho văn bản"
