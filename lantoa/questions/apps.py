from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "lantoa.questions"
    verbose_name = "Hỏi đáp"
