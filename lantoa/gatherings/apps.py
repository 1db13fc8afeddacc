from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "lantoa.gatherings"
    verbose_name = "Lớp, hội nghị, đối thoại"
