from django.apps import AppConfig
from django.db.backends.signals import connection_created


class LibraryConfig(AppConfig):
    name = "lantoa.library"
    verbose_name = "Kho văn bản"

    def ready(self) -> None:
        from lantoa.library.search.functions import teach_sqlite

        connection_created.connect(teach_sqlite)
