"""Ô số nguyên: the one field for every whole number that a person types."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantoa.common.numbers import read_whole, say_whole

LARGEST = 2_147_483_647  # what a column of whole numbers holds on both databases


class NumberField(forms.Field):
    """A whole number typed as 1.200, 1 200 or 1200; an `int` or None. grouped: shown as 1.200."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": "Không đọc được số này. Nhập số nguyên, ví dụ 1.200 hoặc 1200.",
        "min_value": "Số này không được nhỏ hơn %(limit)s.",
        "max_value": "Số này không được lớn hơn %(limit)s.",
    }

    def __init__(
        self, *, min_value: int | None = None, max_value: int | None = None, grouped: bool = True, **more: Any
    ):
        self.min_value = -LARGEST if min_value is None else min_value
        self.max_value = LARGEST if max_value is None else max_value
        self.grouped = grouped
        super().__init__(**more)

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        number = value if isinstance(value, int) else read_whole(str(value))
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is None:
            return
        for code, limit, beyond in (
            ("min_value", self.min_value, value < self.min_value),
            ("max_value", self.max_value, value > self.max_value),
        ):
            if beyond:
                said = say_whole(limit) if self.grouped else str(limit)
                raise ValidationError(self.error_messages[code], code=code, params={"limit": said})

    def prepare_value(self, value: Any) -> Any:
        return say_whole(value) if self.grouped and isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"class": "short", "inputmode": "numeric", "autocomplete": "off"}
