"""Units through time, users, duties, audiences. Never keyed on a unit's name or code: both are reused."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q

from lantoa.common.models import StoredFile
from lantoa.language.folding import person_sort_key, sort_key
from lantoa.people.open_names import ClearedName as ClearedName
from lantoa.people.open_names import OpenName as OpenName


class Role(models.TextChoices):
    """Vai trò: what a duty lets a person do at a unit (DESIGN 3)."""

    PROGRAMME_OFFICER = "programme_officer", "Chuyên viên chương trình"
    EDITOR = "editor", "Biên tập viên"
    POLICY_CHECKER = "policy_checker", "Người kiểm tra chính sách"
    APPROVER = "approver", "Lãnh đạo duyệt"
    CLERK = "clerk", "Văn thư"
    STATION_OPERATOR = "station_operator", "Người trực đài"
    WARD_OFFICER = "ward_officer", "Cán bộ phường, xã"
    SPEAKER = "speaker", "Báo cáo viên"
    ACCOUNTANT = "accountant", "Kế toán"
    OBSERVER = "observer", "Người theo dõi"
    ADMINISTRATOR = "administrator", "Quản trị"


class UnitKind(models.TextChoices):
    """Loại đơn vị."""

    PROVINCE = "province", "Tỉnh, thành phố trực thuộc trung ương"
    CITY = "city", "Thành phố thuộc tỉnh"
    WARD = "ward", "Phường"
    COMMUNE = "commune", "Xã"
    OFFICE = "office", "Phòng, ban, sở"
    STATION = "station", "Đài truyền thanh"
    QUARTER = "quarter", "Khu phố, ấp"


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, username: str, full_name: str, password: str | None = None, **more: object
    ) -> "User":
        user = self.model(username=username, full_name=full_name, **more)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(
        self, username: str, full_name: str, password: str | None = None, **more: object
    ) -> "User":
        return self.create_user(username, full_name, password, is_superuser=True, **more)


class User(AbstractBaseUser, PermissionsMixin):
    """Người dùng: a person who signs in. Rights come from duties, never from flags here."""

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    title = models.CharField("chức vụ", max_length=120, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    is_active = models.BooleanField("còn làm việc", default=True)
    sort_key = models.CharField(max_length=300, editable=False, default="", db_index=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]
    objects = UserManager()

    class Meta:
        verbose_name = "người dùng"
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = person_sort_key(self.full_name)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split()[-1] if self.full_name else self.username


class Unit(models.Model):
    """Đơn vị: a surrogate that outlives names, codes and parents; its dated versions tell those."""

    class ZeroTens(models.TextChoices):
        """How the office writes an empty ten in amounts: một trăm lẻ năm, một trăm linh năm."""

        LE = "lẻ", "lẻ (một trăm lẻ năm)"
        LINH = "linh", "linh (một trăm linh năm)"

    key = models.CharField("mã định danh", max_length=20, unique=True)
    zero_tens = models.CharField(
        "đọc số không hàng chục", max_length=4, choices=ZeroTens.choices, default=ZeroTens.LE
    )

    class Meta:
        verbose_name = "đơn vị"

    def __str__(self) -> str:
        return self.name_on(None)

    def version_on(self, day: date | None) -> "UnitVersion | None":
        """The version valid on `day`; the newest one for None or a day outside all versions.

        Reads the prefetched versions where a query has fetched them.
        """
        versions = sorted(self.versions.all(), key=lambda v: v.valid_from or date.min)
        if day is not None:
            for version in versions:
                if version.covers(day):
                    return version
        return versions[-1] if versions else None

    def name_on(self, day: date | None) -> str:
        version = self.version_on(day)
        return version.full_name if version else self.key


class UnitVersion(models.Model):
    """Tên gọi theo thời gian: name, code, type, area kind and parent of a unit between two dates."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="versions", verbose_name="đơn vị")
    name = models.CharField("tên (không gồm loại)", max_length=200)
    type_word = models.CharField("loại, như in trên giấy", max_length=60, blank=True)
    kind = models.CharField("loại", max_length=20, choices=UnitKind.choices)
    code = models.CharField("mã đơn vị hành chính", max_length=10, blank=True)
    parent = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="child_versions", verbose_name="trực thuộc"
    )
    is_urban = models.BooleanField("thành thị", null=True)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    legal_basis = models.CharField("căn cứ", max_length=300, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    sort_key = models.CharField(max_length=300, editable=False, default="", db_index=True)

    class Meta:
        verbose_name = "tên gọi theo thời gian"
        ordering = ["sort_key", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="unit_version_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.type_word} {self.name}".strip()

    def covers(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)


class UnitShape(models.Model):
    """Vị trí, ranh giới đơn vị: the centre of a unit's territory, and its outline where one was imported.

    A change of territory makes a new unit, so a shape has no dates. outline: polygons of rings of
    [east, north] in whole 1/100,000 degrees (WGS 84), the outer ring first; [] is not known.
    """

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="shape", verbose_name="đơn vị")
    longitude = models.DecimalField("kinh độ", max_digits=8, decimal_places=5)
    latitude = models.DecimalField("vĩ độ", max_digits=7, decimal_places=5)
    outline = models.JSONField("ranh giới", default=list, blank=True)
    source = models.CharField("nguồn", max_length=300)
    verified = models.BooleanField("đã kiểm chứng", default=False)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc", null=True)

    class Meta:
        verbose_name = "vị trí, ranh giới đơn vị"

    def __str__(self) -> str:
        return f"{self.unit}: {self.latitude}, {self.longitude}"


class Succession(models.Model):
    """Kế thừa: (part of) the territory of one unit passed to another on a day, by a resolution."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="passed_to", verbose_name="đơn vị cũ")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="came_from", verbose_name="đơn vị mới")
    on = models.DateField("từ ngày")
    people = models.PositiveIntegerField("số dân chuyển", null=True, blank=True)
    households = models.PositiveIntegerField("số hộ chuyển", null=True, blank=True)
    share_known = models.BooleanField("biết tỷ lệ", default=False)
    resolution = models.CharField("nghị quyết", max_length=300, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        verbose_name = "kế thừa đơn vị"
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="one_succession_a_day"),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="a_unit_does_not_succeed_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor} ({self.on:%d/%m/%Y})"


class Duty(models.Model):
    """Nhiệm vụ được giao: a person has a role at a unit for a period. A delegation is a dated duty too."""

    user = models.ForeignKey(User, models.PROTECT, related_name="duties", verbose_name="người")
    role = models.CharField("vai trò", max_length=30, choices=Role.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duties", verbose_name="tại đơn vị")
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    delegated_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name="được ủy quyền từ",
    )
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="người giao")
    basis = models.CharField("căn cứ giao", max_length=300, blank=True)

    class Meta:
        verbose_name = "nhiệm vụ được giao"
        ordering = ["unit_id", "role", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="duty_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(given_by__isnull=True) | ~Q(given_by=F("user")),
                name="nobody_gives_herself_a_duty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"


class AudienceGroup(models.TextChoices):
    OFFICIAL = "official", "Cán bộ, công chức"
    HOUSEHOLD = "household", "Hộ gia đình, người dân"


class AudienceKind(models.Model):
    """Nhóm đối tượng: whom a message concerns (mục II.1, II.2). Counts per ward, never names."""

    key = models.SlugField("khóa", max_length=60, unique=True)
    name = models.CharField("tên nhóm", max_length=120)
    group = models.CharField("khối", max_length=20, choices=AudienceGroup.choices)
    meaning = models.TextField("nghĩa", blank=True)
    source = models.CharField("nguồn", max_length=300, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=False)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "nhóm đối tượng"
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class SizeImport(models.Model):
    """Đợt nhập số liệu: one sheet of audience sizes taken in. read = new + corrected + unchanged + rejected.

    returned: the rejected rows with their reasons, to mend and send again.
    """

    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người nhập")
    at = models.DateTimeField("nhập lúc")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    returned = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="các dòng trả lại"
    )
    read = models.PositiveIntegerField("số liệu đã đọc")
    new = models.PositiveIntegerField("mới")
    corrected = models.PositiveIntegerField("sửa số cũ")
    unchanged = models.PositiveIntegerField("không đổi")
    rejected = models.PositiveIntegerField("trả lại")

    class Meta:
        verbose_name = "đợt nhập số liệu"
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(read=F("new") + F("corrected") + F("unchanged") + F("rejected")),
                name="size_import_accounts_for_every_row",
            )
        ]

    def __str__(self) -> str:
        return f"Đợt nhập số liệu {self.pk}"

    @property
    def accepted(self) -> int:
        return self.new + self.corrected


class AudienceSize(models.Model):
    """Quy mô nhóm: how many households (officials: persons) of a kind a unit had, by source and day."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="audience_sizes", verbose_name="đơn vị")
    kind = models.ForeignKey(AudienceKind, models.PROTECT, related_name="sizes", verbose_name="nhóm")
    count = models.PositiveIntegerField("số lượng")
    counted_on = models.DateField("số liệu ngày")
    source = models.CharField("nguồn số liệu", max_length=300)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    taken_from = models.ForeignKey(
        SizeImport, models.PROTECT, null=True, related_name="sizes", verbose_name="đợt nhập"
    )

    class Meta:
        verbose_name = "quy mô nhóm đối tượng"
        ordering = ["unit_id", "kind_id", "-counted_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "counted_on", "source"], name="one_audience_size_per_source_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.kind}: {self.count}"


class Writer(models.Model):
    """Người ghi: whoever wrote or edited any part of a thing that the public reads; she never checks it.

    thing: the label of its model ("library.policy"). For editions: `content.VersionWriter`. Append-only.
    """

    thing = models.CharField("loại", max_length=60)
    thing_id = models.PositiveBigIntegerField("mã")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người")
    first_at = models.DateTimeField("từ lúc")

    class Meta:
        verbose_name = "người ghi"
        constraints = [models.UniqueConstraint(fields=["thing", "thing_id", "user"], name="one_row_a_writer")]

    def __str__(self) -> str:
        return str(self.user)
