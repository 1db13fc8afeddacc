"""Plans, their parts as read from paper, their items. An empty value is "chưa có", never a guess."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lantoa.common.models import StoredFile
from lantoa.library.models import Document, Policy, Topic
from lantoa.people.models import AudienceKind, Unit
from lantoa.plans.states import PlanState


class Programme(models.Model):
    """Chương trình: a programme, project or sub-project valid for a period (dated configuration)."""

    code = models.CharField("mã", max_length=40, blank=True)
    name = models.CharField("tên", max_length=300)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="thuộc chương trình"
    )
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    legal_basis = models.CharField("căn cứ", max_length=300, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=False)

    class Meta:
        verbose_name = "chương trình"
        ordering = ["-valid_from", "name"]

    def __str__(self) -> str:
        return self.name


class CountingUnit(models.Model):
    """Đơn vị đếm: lớp, buổi, cuộc, lượt phát, tấm ... An indicator sums one unit only."""

    name = models.CharField("tên", max_length=40, unique=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "đơn vị đếm"
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class Channel(models.Model):
    """Kênh: a way of telling, in the plan's own words, with the form of Nghị định 49/2024 it belongs to."""

    class Medium(models.TextChoices):
        """Which area of the product carries it."""

        BROADCAST = "broadcast", "Phát thanh"
        GATHERING = "gathering", "Lớp, hội nghị, đối thoại"
        DISPLAY = "display", "Pano, áp phích, băng rôn"
        PRINT = "print", "Tài liệu in"
        POST = "post", "Trang tin, mạng xã hội, tin nhắn"

    key = models.SlugField("khóa", max_length=60, unique=True)
    name = models.CharField("tên kênh", max_length=120)
    medium = models.CharField("thuộc mảng", max_length=20, choices=Medium.choices)
    decree_form = models.CharField("loại hình theo Nghị định 49/2024/NĐ-CP", max_length=160, blank=True)
    counting_unit = models.ForeignKey(CountingUnit, models.PROTECT, null=True, verbose_name="đếm bằng")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "kênh"
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class Plan(models.Model):
    """Kế hoạch: a draft until numbered, dated and signed; then never edited, only amended or replaced.

    year: the year it plans for. number_year: the year whose series the number belongs to (Nghị định
    30/2020/NĐ-CP, Điều 15), set when it is issued. due_on: by when it is to be issued; wards_due_on: by
    when the wards are to issue theirs that follow it. on_behalf_of: the collective over the signature
    block, printed "TM. ...", when a mode of its own follows it.
    """

    class SigningMode(models.TextChoices):
        """Cách ký (Nghị định 30/2020/NĐ-CP, Điều 13)."""

        SELF = "", "Người đứng đầu ký"
        KT = "KT.", "KT. (ký thay)"
        TM = "TM.", "TM. (thay mặt)"
        TL = "TL.", "TL. (thừa lệnh)"
        TUQ = "TUQ.", "TUQ. (thừa ủy quyền)"
        Q = "Q.", "Q. (quyền)"

    class Change(models.TextChoices):
        AMENDS = "amends", "sửa đổi, bổ sung"
        REPLACES = "replaces", "thay thế"

    title = models.TextField("trích yếu")
    kind = models.CharField("loại văn bản", max_length=40, default="KẾ HOẠCH")
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, verbose_name="chương trình"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plans", verbose_name="đơn vị lập")
    territory = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="địa bàn")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="ward_plans", verbose_name="theo kế hoạch"
    )
    year = models.PositiveSmallIntegerField("năm")
    due_on = models.DateField("hạn ban hành", null=True, blank=True)
    wards_due_on = models.DateField("hạn phường, xã ban hành kế hoạch", null=True, blank=True)

    superior_name = models.CharField("cơ quan chủ quản, như in", max_length=200, blank=True)
    issuer_name = models.CharField("cơ quan ban hành, như in", max_length=200, blank=True)
    number = models.CharField("số", max_length=20, blank=True)
    number_year = models.PositiveSmallIntegerField("năm của dãy số", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    place = models.CharField("địa danh", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    opening = models.TextField("đoạn mở đầu", blank=True)
    closing = models.TextField("đoạn kết", blank=True)
    annexes = models.JSONField("phụ lục", default=list, blank=True)
    on_behalf_of = models.CharField("thay mặt tập thể", max_length=120, blank=True)
    signing_mode = models.CharField("cách ký", max_length=5, choices=SigningMode.choices, blank=True)
    head_title = models.CharField("chức danh người đứng đầu", max_length=120, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("người ký", max_length=120, blank=True)

    state = models.CharField("trạng thái", max_length=20, choices=PlanState.choices, default=PlanState.DRAFT)
    changes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changed_by",
        verbose_name="thay đổi kế hoạch",
    )
    change_kind = models.CharField("cách thay đổi", max_length=10, choices=Change.choices, blank=True)
    source_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp đã đọc"
    )
    signed_scan = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản ký"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người lập"
    )
    written_at = models.DateTimeField("lập lúc")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người trình",
    )
    submitted_at = models.DateTimeField("trình lúc", null=True, blank=True)
    sent_back_why = models.TextField("lý do trả lại", blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người ký duyệt",
    )
    signed_at = models.DateTimeField("ký lúc", null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="văn thư",
    )

    class Meta:
        verbose_name = "kế hoạch"
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "number_year", "number"],
                condition=~Q(number="") & Q(state__in=["issued", "replaced", "closed"]),
                name="one_number_a_unit_and_year",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["issued", "replaced", "closed"])
                | (~Q(number="") & Q(issued_on__isnull=False)),
                name="an_issued_plan_has_number_and_date",
            ),
        ]

    def __str__(self) -> str:
        return f"Kế hoạch {self.full_number}" if self.number else self.title

    @property
    def full_number(self) -> str:
        return f"{self.number}/{self.symbol}" if self.number else ""


class PlanPart(models.Model):
    """What every part of a plan has: its plan, its order, and the words it was read from."""

    plan = models.ForeignKey(Plan, models.CASCADE, verbose_name="kế hoạch")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    read_from = models.TextField("lời trong giấy", blank=True)
    where = models.CharField("mục trong giấy", max_length=40, blank=True)

    class Meta:
        abstract = True
        ordering = ["order", "id"]


class LegalBasis(PlanPart):
    """Căn cứ: one "Căn cứ ..." line of a plan, with the document it names when the library has it.

    in_opening: named inside a paragraph of the opening, which is printed as a whole.
    """

    text = models.TextField("lời căn cứ")
    in_opening = models.BooleanField("nằm trong đoạn mở đầu", default=False)
    citation = models.JSONField("đã đọc", default=dict, blank=True)
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_bases",
        verbose_name="văn bản trong kho",
    )

    class Meta(PlanPart.Meta):
        verbose_name = "căn cứ"
        default_related_name = "legal_bases"

    def __str__(self) -> str:
        return self.text


class PlanSection(PlanPart):
    """Mục của kế hoạch: level, number, title and paragraphs, as printed."""

    level = models.PositiveSmallIntegerField("cấp", default=1)
    number = models.CharField("số mục", max_length=20, blank=True)
    title = models.TextField("tiêu đề", blank=True)
    blocks = models.JSONField("đoạn", default=list)

    class Meta(PlanPart.Meta):
        verbose_name = "mục của kế hoạch"
        default_related_name = "sections"

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class PlanAudience(PlanPart):
    """Đối tượng trong kế hoạch: the words of the paper and the audience kind they mean."""

    name = models.CharField("như in", max_length=200)
    kind = models.ForeignKey(
        AudienceKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nhóm đối tượng"
    )

    class Meta(PlanPart.Meta):
        verbose_name = "đối tượng trong kế hoạch"
        default_related_name = "audiences"

    def __str__(self) -> str:
        return self.name


class PlanTopic(PlanPart):
    """Nội dung truyền thông: the words of the paper and the topic they mean."""

    name = models.CharField("như in", max_length=300)
    topic = models.ForeignKey(
        Topic, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="chủ đề"
    )

    class Meta(PlanPart.Meta):
        verbose_name = "nội dung trong kế hoạch"
        default_related_name = "topics"

    def __str__(self) -> str:
        return self.name


class PlanChannel(PlanPart):
    """Phương thức trong kế hoạch: the words of the paper and the channel they mean."""

    name = models.CharField("như in", max_length=200)
    channel = models.ForeignKey(
        Channel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kênh"
    )

    class Meta(PlanPart.Meta):
        verbose_name = "phương thức trong kế hoạch"
        default_related_name = "channels"

    def __str__(self) -> str:
        return self.name


class PlanTask(PlanPart):
    """Nhiệm vụ: what is to be done and who owes it (mục IV)."""

    text = models.TextField("việc")
    lead = models.CharField("chủ trì", max_length=300, blank=True)
    coordinating = models.CharField("phối hợp", max_length=300, blank=True)

    class Meta(PlanPart.Meta):
        verbose_name = "nhiệm vụ"
        default_related_name = "tasks"

    def __str__(self) -> str:
        return self.text


class FundingSource(PlanPart):
    """Nguồn kinh phí: where the money of a plan comes from; the amount may be unknown.

    continues: the source of the plan that this one's plan amends or replaces, of which it is the same pot.
    """

    name = models.CharField("nguồn", max_length=300)
    amount_vnd = models.PositiveBigIntegerField("số tiền (đồng)", null=True, blank=True)
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name="nối tiếp nguồn",
    )

    class Meta(PlanPart.Meta):
        verbose_name = "nguồn kinh phí"
        default_related_name = "funding_sources"

    def __str__(self) -> str:
        return self.name


class Recipient(PlanPart):
    """Nơi nhận: one line of the list of recipients."""

    name = models.CharField("nơi nhận", max_length=200)

    class Meta(PlanPart.Meta):
        verbose_name = "nơi nhận"
        default_related_name = "recipients"

    def __str__(self) -> str:
        return self.name


class PlanItem(models.Model):
    """Nội dung kế hoạch: one activity - channel, policies, audiences, how many, when, where, who, money."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items", verbose_name="kế hoạch")
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name="theo nội dung",
    )
    title = models.CharField("nội dung", max_length=300)
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="items", verbose_name="kênh")
    topics = models.ManyToManyField(Topic, related_name="plan_items", verbose_name="chủ đề", blank=True)
    policies = models.ManyToManyField(
        Policy, related_name="plan_items", verbose_name="chính sách", blank=True
    )
    audiences = models.ManyToManyField(
        AudienceKind, related_name="plan_items", verbose_name="đối tượng", blank=True
    )
    units = models.ManyToManyField(Unit, related_name="plan_items", verbose_name="địa bàn", blank=True)
    quantity = models.PositiveIntegerField("số lượng", null=True, blank=True)
    counting_unit = models.ForeignKey(
        CountingUnit, models.PROTECT, null=True, blank=True, verbose_name="đơn vị đếm"
    )
    starts_on = models.DateField("từ ngày", null=True, blank=True)
    ends_on = models.DateField("đến ngày", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    lead = models.CharField("chủ trì", max_length=200, blank=True)
    coordinating = models.CharField("phối hợp", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "nội dung kế hoạch"
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="plan_item_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title


class ItemMoney(models.Model):
    """Dự toán của nội dung: how much of a source an item may spend, whole đồng."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="money", verbose_name="nội dung")
    source = models.ForeignKey(FundingSource, models.CASCADE, related_name="item_money", verbose_name="nguồn")
    amount_vnd = models.PositiveBigIntegerField("số tiền (đồng)")

    class Meta:
        verbose_name = "dự toán của nội dung"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "source"], name="one_amount_an_item_and_source")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.amount_vnd}"
