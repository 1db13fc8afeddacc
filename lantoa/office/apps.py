from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "lantoa.office"
    verbose_name = "Màn hình cán bộ"

    def ready(self) -> None:
        from lantoa.office.sentences import speak_vietnamese

        speak_vietnamese()
