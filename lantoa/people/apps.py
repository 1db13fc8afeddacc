from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lantoa.people"
    verbose_name = "Người và đơn vị"
