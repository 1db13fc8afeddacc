from django.apps import AppConfig


class BroadcastConfig(AppConfig):
    name = "lantoa.broadcast"
    verbose_name = "Phát thanh"
