# The tables of the plans area.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('common', '0003_cache_table'),
        ('library', '0002_effects_are_never_deleted'),
        ('people', '0001_first_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CountingUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True, verbose_name='tên')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
            ],
            options={
                'verbose_name': 'đơn vị đếm',
                'ordering': ['order', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, unique=True, verbose_name='khóa')),
                ('name', models.CharField(max_length=120, verbose_name='tên kênh')),
                ('medium', models.CharField(choices=[('broadcast', 'Phát thanh'), ('gathering', 'Lớp, hội nghị, đối thoại'), ('display', 'Pano, áp phích, băng rôn'), ('print', 'Tài liệu in'), ('post', 'Trang tin, mạng xã hội, tin nhắn')], max_length=20, verbose_name='thuộc mảng')),
                ('decree_form', models.CharField(blank=True, max_length=160, verbose_name='loại hình theo Nghị định 49/2024/NĐ-CP')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('counting_unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='plans.countingunit', verbose_name='đếm bằng')),
            ],
            options={
                'verbose_name': 'kênh',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.TextField(verbose_name='trích yếu')),
                ('kind', models.CharField(default='KẾ HOẠCH', max_length=40, verbose_name='loại văn bản')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='hạn ban hành')),
                ('wards_due_on', models.DateField(blank=True, null=True, verbose_name='hạn phường, xã ban hành kế hoạch')),
                ('superior_name', models.CharField(blank=True, max_length=200, verbose_name='cơ quan chủ quản, như in')),
                ('issuer_name', models.CharField(blank=True, max_length=200, verbose_name='cơ quan ban hành, như in')),
                ('number', models.CharField(blank=True, max_length=20, verbose_name='số')),
                ('number_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='năm của dãy số')),
                ('symbol', models.CharField(blank=True, max_length=60, verbose_name='ký hiệu')),
                ('place', models.CharField(blank=True, max_length=100, verbose_name='địa danh')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='ngày ban hành')),
                ('opening', models.TextField(blank=True, verbose_name='đoạn mở đầu')),
                ('closing', models.TextField(blank=True, verbose_name='đoạn kết')),
                ('annexes', models.JSONField(blank=True, default=list, verbose_name='phụ lục')),
                ('on_behalf_of', models.CharField(blank=True, max_length=120, verbose_name='thay mặt tập thể')),
                ('signing_mode', models.CharField(blank=True, choices=[('', 'Người đứng đầu ký'), ('KT.', 'KT. (ký thay)'), ('TM.', 'TM. (thay mặt)'), ('TL.', 'TL. (thừa lệnh)'), ('TUQ.', 'TUQ. (thừa ủy quyền)'), ('Q.', 'Q. (quyền)')], max_length=5, verbose_name='cách ký')),
                ('head_title', models.CharField(blank=True, max_length=120, verbose_name='chức danh người đứng đầu')),
                ('signer_title', models.CharField(blank=True, max_length=120, verbose_name='chức vụ người ký')),
                ('signer_name', models.CharField(blank=True, max_length=120, verbose_name='người ký')),
                ('state', models.CharField(choices=[('draft', 'Bản nháp'), ('submitted', 'Đang trình ký'), ('signed', 'Đã ký, chờ vào sổ'), ('issued', 'Đã ban hành'), ('replaced', 'Đã được thay thế'), ('closed', 'Đã đóng')], default='draft', max_length=20, verbose_name='trạng thái')),
                ('change_kind', models.CharField(blank=True, choices=[('amends', 'sửa đổi, bổ sung'), ('replaces', 'thay thế')], max_length=10, verbose_name='cách thay đổi')),
                ('written_at', models.DateTimeField(verbose_name='lập lúc')),
                ('submitted_at', models.DateTimeField(blank=True, null=True, verbose_name='trình lúc')),
                ('sent_back_why', models.TextField(blank=True, verbose_name='lý do trả lại')),
                ('signed_at', models.DateTimeField(blank=True, null=True, verbose_name='ký lúc')),
                ('changes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changed_by', to='plans.plan', verbose_name='thay đổi kế hoạch')),
                ('issued_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='văn thư')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ward_plans', to='plans.plan', verbose_name='theo kế hoạch')),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người ký duyệt')),
                ('signed_scan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='common.storedfile', verbose_name='bản ký')),
                ('source_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='common.storedfile', verbose_name='tệp đã đọc')),
                ('submitted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người trình')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit', verbose_name='địa bàn')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='people.unit', verbose_name='đơn vị lập')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người lập')),
            ],
            options={
                'verbose_name': 'kế hoạch',
                'ordering': ['-year', '-id'],
            },
        ),
        migrations.CreateModel(
            name='LegalBasis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('text', models.TextField(verbose_name='lời căn cứ')),
                ('in_opening', models.BooleanField(default=False, verbose_name='nằm trong đoạn mở đầu')),
                ('citation', models.JSONField(blank=True, default=dict, verbose_name='đã đọc')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan_bases', to='library.document', verbose_name='văn bản trong kho')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'căn cứ',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'legal_bases',
            },
        ),
        migrations.CreateModel(
            name='FundingSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('name', models.CharField(max_length=300, verbose_name='nguồn')),
                ('amount_vnd', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='số tiền (đồng)')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'nguồn kinh phí',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'funding_sources',
            },
        ),
        migrations.CreateModel(
            name='PlanAudience',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('name', models.CharField(max_length=200, verbose_name='như in')),
                ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.audiencekind', verbose_name='nhóm đối tượng')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'đối tượng trong kế hoạch',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'audiences',
            },
        ),
        migrations.CreateModel(
            name='PlanChannel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('name', models.CharField(max_length=200, verbose_name='như in')),
                ('channel', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.channel', verbose_name='kênh')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'phương thức trong kế hoạch',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'channels',
            },
        ),
        migrations.CreateModel(
            name='PlanItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300, verbose_name='nội dung')),
                ('quantity', models.PositiveIntegerField(blank=True, null=True, verbose_name='số lượng')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='đến ngày')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='địa điểm')),
                ('lead', models.CharField(blank=True, max_length=200, verbose_name='chủ trì')),
                ('coordinating', models.CharField(blank=True, max_length=300, verbose_name='phối hợp')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('audiences', models.ManyToManyField(blank=True, related_name='plan_items', to='people.audiencekind', verbose_name='đối tượng')),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='plans.channel', verbose_name='kênh')),
                ('counting_unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='plans.countingunit', verbose_name='đơn vị đếm')),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='plans.planitem', verbose_name='theo nội dung')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='plans.plan', verbose_name='kế hoạch')),
                ('policies', models.ManyToManyField(blank=True, related_name='plan_items', to='library.policy', verbose_name='chính sách')),
                ('topics', models.ManyToManyField(blank=True, related_name='plan_items', to='library.topic', verbose_name='chủ đề')),
                ('units', models.ManyToManyField(blank=True, related_name='plan_items', to='people.unit', verbose_name='địa bàn')),
            ],
            options={
                'verbose_name': 'nội dung kế hoạch',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ItemMoney',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount_vnd', models.PositiveBigIntegerField(verbose_name='số tiền (đồng)')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='item_money', to='plans.fundingsource', verbose_name='nguồn')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='money', to='plans.planitem', verbose_name='nội dung')),
            ],
            options={
                'verbose_name': 'dự toán của nội dung',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PlanSection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('level', models.PositiveSmallIntegerField(default=1, verbose_name='cấp')),
                ('number', models.CharField(blank=True, max_length=20, verbose_name='số mục')),
                ('title', models.TextField(blank=True, verbose_name='tiêu đề')),
                ('blocks', models.JSONField(default=list, verbose_name='đoạn')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'mục của kế hoạch',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'sections',
            },
        ),
        migrations.CreateModel(
            name='PlanTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('text', models.TextField(verbose_name='việc')),
                ('lead', models.CharField(blank=True, max_length=300, verbose_name='chủ trì')),
                ('coordinating', models.CharField(blank=True, max_length=300, verbose_name='phối hợp')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'nhiệm vụ',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'tasks',
            },
        ),
        migrations.CreateModel(
            name='PlanTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('name', models.CharField(max_length=300, verbose_name='như in')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
                ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='library.topic', verbose_name='chủ đề')),
            ],
            options={
                'verbose_name': 'nội dung trong kế hoạch',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'topics',
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='mã')),
                ('name', models.CharField(max_length=300, verbose_name='tên')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('legal_basis', models.CharField(blank=True, max_length=300, verbose_name='căn cứ')),
                ('verified', models.BooleanField(default=False, verbose_name='đã kiểm chứng')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='plans.programme', verbose_name='thuộc chương trình')),
            ],
            options={
                'verbose_name': 'chương trình',
                'ordering': ['-valid_from', 'name'],
            },
        ),
        migrations.AddField(
            model_name='plan',
            name='programme',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='plans.programme', verbose_name='chương trình'),
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('read_from', models.TextField(blank=True, verbose_name='lời trong giấy')),
                ('where', models.CharField(blank=True, max_length=40, verbose_name='mục trong giấy')),
                ('name', models.CharField(max_length=200, verbose_name='nơi nhận')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='plans.plan', verbose_name='kế hoạch')),
            ],
            options={
                'verbose_name': 'nơi nhận',
                'ordering': ['order', 'id'],
                'abstract': False,
                'default_related_name': 'recipients',
            },
        ),
        migrations.AddConstraint(
            model_name='planitem',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='plan_item_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='itemmoney',
            constraint=models.UniqueConstraint(fields=('item', 'source'), name='one_amount_an_item_and_source'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('number', ''), _negated=True), ('state__in', ['issued', 'replaced', 'closed'])), fields=('unit', 'number_year', 'number'), name='one_number_a_unit_and_year'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['issued', 'replaced', 'closed']), _negated=True), models.Q(models.Q(('number', ''), _negated=True), ('issued_on__isnull', False)), _connector='OR'), name='an_issued_plan_has_number_and_date'),
        ),
    ]
