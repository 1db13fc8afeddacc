"""Lời Việt của khung: Vietnamese for the sentences of Django and its sign-in that would show up in English.

Their own Vietnamese has gaps and some odd words ("số tổng thể"). Merged over it once, at start.
"""

from django.utils.translation import trans_real

OURS = {
    # -- forms
    "This field is required.": "Chưa nhập. Hãy điền mục này.",
    "Enter a whole number.": "Không phải số nguyên. Nhập số, ví dụ 2.",
    "Enter a number.": "Không phải số. Nhập số, ví dụ 2 hoặc 2,5.",
    "Enter a valid date.": "Không đọc được ngày này. Nhập ngày dạng 12/01/2026.",
    "Enter a valid time.": "Không đọc được giờ này. Nhập giờ dạng 05:30.",
    "Enter a valid date/time.": "Không đọc được ngày giờ này. Nhập dạng 12/01/2026 05:30.",
    "Enter a valid duration.": "Không đọc được khoảng thời gian này. Nhập dạng 00:15:00.",
    "Enter a valid value.": "Giá trị không đúng dạng. Hãy nhập lại.",
    "Enter a valid integer.": "Không phải số nguyên. Nhập số, ví dụ 2.",
    "Enter a complete value.": "Còn thiếu một phần. Hãy điền đủ các ô.",
    "Enter a list of values.": "Lựa chọn gửi lên không đúng dạng. Tải lại trang rồi chọn lại.",
    "Enter a valid URL.": "Địa chỉ trang không đúng. Nhập dạng https://…",
    "Enter a valid domain name.": "Tên miền không đúng. Hãy nhập lại.",
    "Enter a valid email address.": "Địa chỉ thư điện tử không đúng. Nhập dạng ten@coquan.vn.",
    "Enter a valid UUID.": "Mã không đúng dạng. Chép lại cho đủ.",
    "Enter a valid JSON.": "Dữ liệu không đúng dạng. Hãy nhập lại.",
    "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.": (
        "Chỉ dùng chữ không dấu, số, gạch dưới hoặc gạch nối."
    ),
    "Null characters are not allowed.": "Chữ có ký tự hỏng. Xóa rồi gõ lại.",
    "Select a valid choice. %(value)s is not one of the available choices.": (
        "“%(value)s” không có trong danh sách. Hãy chọn lại."
    ),
    "Select a valid choice. That choice is not one of the available choices.": (
        "Mục đã chọn không còn trong danh sách. Hãy chọn lại."
    ),
    "“%(pk)s” is not a valid value.": "Mục đã chọn không có. Hãy chọn lại.",
    "No file was submitted. Check the encoding type on the form.": "Chưa nhận được tệp. Hãy chọn lại tệp.",
    "No file was submitted.": "Chưa chọn tệp. Hãy chọn một tệp.",
    "The submitted file is empty.": "Tệp rỗng. Hãy chọn lại tệp.",
    "Ensure this value is less than or equal to %(limit_value)s.": "Số không được lớn hơn %(limit_value)s.",
    "Ensure this value is greater than or equal to %(limit_value)s.": (
        "Số không được nhỏ hơn %(limit_value)s."
    ),
    "Ensure this value is a multiple of step size %(limit_value)s.": "Số phải chia hết cho %(limit_value)s.",
    "File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s.": (
        "Tệp đuôi “%(extension)s” không nhận được. Chỉ nhận: %(allowed_extensions)s."
    ),
    "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. "
    "You may need to file a bug report if the issue persists.": (
        "Trang gửi lên thiếu dữ liệu. Tải lại trang rồi nhập lại."
    ),
    "%(model_name)s with this %(field_labels)s already exists.": "Đã có %(model_name)s như vậy.",
    "%(model_name)s with this %(field_label)s already exists.": "Đã có %(model_name)s như vậy.",
    "Unknown": "Chưa rõ",
    "Yes": "Có",
    "No": "Không",
    "and": "và",
    # -- passwords
    "This password is too common.": "Mật khẩu này nhiều người dùng, dễ đoán. Chọn một câu chỉ anh chị biết.",
    "This password is entirely numeric.": "Mật khẩu chỉ toàn số, dễ đoán. Thêm chữ.",
    "The password is too similar to the %(verbose_name)s.": "Mật khẩu giống %(verbose_name)s, dễ đoán.",
    # -- sign-in
    "Password": "Mật khẩu",
    "Username": "Tên đăng nhập",
    "Current Password": "Mật khẩu đang dùng",
    "New Password": "Mật khẩu mới",
    "New Password (again)": "Nhập lại mật khẩu mới",
    "Code": "Mã",
    "Authenticator code": "Mã sáu số",
    "Remember Me": "Giữ đăng nhập trên máy này",
    "Forgot your password?": "Quên mật khẩu?",
    "Use your password": "Dùng mật khẩu",
    "Use authenticator app or code": "Dùng mã xác thực",
    "This account is currently inactive.": "Tài khoản này đã ngừng hoạt động.",
    "Please type your current password.": "Mật khẩu đang dùng chưa đúng. Nhập lại.",
    "Incorrect code.": "Mã chưa đúng hoặc đã hết hạn. Nhập mã đang hiện trên điện thoại.",
    "Incorrect password.": "Mật khẩu chưa đúng. Nhập lại.",
    "Invalid login.": "Tên đăng nhập hoặc mật khẩu chưa đúng.",
    "You must type the same password each time.": "Hai lần nhập mật khẩu chưa giống nhau. Nhập lại.",
    "Too many failed login attempts. Try again later.": "Đã nhập sai nhiều lần. Chờ vài phút rồi thử lại.",
    "The username and/or password you specified are not correct.": (
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ rồi nhập lại."
    ),
    "The new value must be different from the current one.": "Giá trị mới phải khác giá trị đang dùng.",
    "Be patient, you are sending too many requests.": "Gửi quá nhanh. Chờ một phút rồi thử lại.",
    "You cannot deactivate two-factor authentication.": "Không tắt được xác thực hai lớp.",
    "You cannot generate recovery codes without having two-factor authentication enabled.": (
        "Bật xác thực hai lớp trước rồi mới tạo được mã dự phòng."
    ),
}
# Where English has a plural; Vietnamese has none. The key is the English singular.
OURS_COUNTED = {
    "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).": (
        "Quá ngắn: cần ít nhất %(limit_value)d ký tự, đang có %(show_value)d."
    ),
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).": (
        "Quá dài: nhiều nhất %(limit_value)d ký tự, đang có %(show_value)d."
    ),
    "Ensure this filename has at most %(max)d character (it has %(length)d).": (
        "Tên tệp quá dài: nhiều nhất %(max)d ký tự. Đổi tên tệp rồi chọn lại."
    ),
    "Ensure that there are no more than %(max)s digit in total.": "Số có nhiều hơn %(max)s chữ số.",
    "Ensure that there are no more than %(max)s decimal place.": "Sau dấu phẩy nhiều nhất %(max)s chữ số.",
    "Ensure that there are no more than %(max)s digit before the decimal point.": (
        "Trước dấu phẩy nhiều nhất %(max)s chữ số."
    ),
    "Please submit at most %(num)d form.": "Chỉ gửi nhiều nhất %(num)d dòng.",
    "Please submit at least %(num)d form.": "Cần ít nhất %(num)d dòng.",
    "This password is too short. It must contain at least %d character.": (
        "Mật khẩu quá ngắn: cần ít nhất %d ký tự."
    ),
    "This password is too short. It must contain at least %(min_length)d character.": (
        "Mật khẩu quá ngắn: cần ít nhất %(min_length)d ký tự."
    ),
    "Your password must contain at least %(min_length)d character.": (
        "Mật khẩu dài ít nhất %(min_length)d ký tự."
    ),
}


class _Ours:
    """What `DjangoTranslation.merge` reads of another translation."""

    _info: dict[str, str] = {}
    _fallback = None
    _catalog = {**OURS, **{(words, 0): said for words, said in OURS_COUNTED.items()}}

    @staticmethod
    def plural(count: int) -> int:
        return 0


def speak_vietnamese() -> None:
    """Put our sentences over those of the packages. Called once, when the applications are ready."""
    trans_real.translation("vi").merge(_Ours())
