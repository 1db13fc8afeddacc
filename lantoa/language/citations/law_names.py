"""Names of laws: a list of those that are cited without number, and a rule for the rest.

The list is reference data (names of laws in force or once in force, as the National Assembly passed them);
the longest fitting name wins.
"""

import re
from functools import cache

LAWS = """
An ninh mạng; An ninh quốc gia; An toàn thông tin mạng; An toàn thực phẩm; An toàn, vệ sinh lao động;
An toàn vệ sinh lao động; Ban hành văn bản quy phạm pháp luật; Bảo hiểm tiền gửi; Bảo hiểm xã hội;
Bảo hiểm y tế; Bảo vệ bí mật nhà nước; Bảo vệ dữ liệu cá nhân; Bảo vệ môi trường;
Bảo vệ quyền lợi người tiêu dùng; Bảo vệ và kiểm dịch thực vật; Bảo vệ và phát triển rừng;
Bảo vệ sức khỏe nhân dân; Bảo vệ, chăm sóc và giáo dục trẻ em; Báo chí; Biên phòng Việt Nam;
Biển Việt Nam; Bình đẳng giới; Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân; Bưu chính;
Căn cước; Căn cước công dân; Các tổ chức tín dụng; Cán bộ, công chức; Cạnh tranh; Chăn nuôi;
Chất lượng sản phẩm, hàng hóa; Chính quyền địa phương; Chứng khoán; Chuyển giao công nghệ; Cơ yếu;
Công an nhân dân; Công chứng; Công đoàn; Công nghệ cao; Công nghệ thông tin; Công nghiệp công nghệ số;
Cư trú; Cựu chiến binh; Cảnh sát biển Việt Nam; Cảnh vệ;
Công nghiệp quốc phòng, an ninh và động viên công nghiệp; Dân quân tự vệ; Dân số; Dầu khí;
Di sản văn hóa; Doanh nghiệp; Doanh nghiệp nhà nước; Du lịch; Dữ liệu; Dự trữ quốc gia; Dược;
Đa dạng sinh học; Đất đai; Đấu giá tài sản; Đấu thầu; Đầu tư; Đầu tư công;
Đầu tư theo phương thức đối tác công tư; Đặc xá; Đê điều; Điện ảnh; Điện lực; Điều ước quốc tế;
Địa chất và khoáng sản; Đo đạc và bản đồ; Đo lường; Đường bộ; Đường sắt; Giá; Giám định tư pháp;
Giao dịch điện tử; Giao thông đường bộ; Giao thông đường thủy nội địa; Giáo dục; Giáo dục đại học;
Giáo dục nghề nghiệp; Giáo dục quốc phòng và an ninh; Giống cây trồng; Giống vật nuôi; Hàng hải;
Hàng không dân dụng Việt Nam; Hải quan; Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác;
Hóa chất; Hòa giải ở cơ sở; Hòa giải, đối thoại tại Tòa án; Hoạt động chữ thập đỏ;
Hoạt động giám sát của Quốc hội và Hội đồng nhân dân; Hỗ trợ doanh nghiệp nhỏ và vừa;
Hôn nhân và gia đình; Hợp tác xã; Hộ tịch; Hợp nhất văn bản quy phạm pháp luật; Kế toán;
Khám bệnh, chữa bệnh; Khí tượng thủy văn; Khiếu nại; Khiếu nại, tố cáo; Khoa học và công nghệ;
Khoa học, công nghệ và đổi mới sáng tạo; Khoáng sản; Kiểm toán độc lập; Kiểm toán nhà nước; Kiến trúc;
Kinh doanh bảo hiểm; Kinh doanh bất động sản; Kiểm sát; Lâm nghiệp; Lý lịch tư pháp; Luật sư; Lưu trữ;
Lực lượng dự bị động viên; Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở;
Mặt trận Tổ quốc Việt Nam; Ngân hàng Nhà nước Việt Nam; Ngân sách nhà nước; Nghĩa vụ quân sự; Nhà giáo;
Nhà ở; Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam; Người cao tuổi;
Người khuyết tật; Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng; Nuôi con nuôi;
Năng lượng nguyên tử; Phá sản; Phòng bệnh; Phòng cháy và chữa cháy; Phòng cháy, chữa cháy;
Phòng cháy, chữa cháy và cứu nạn, cứu hộ; Phòng, chống bạo lực gia đình; Phòng, chống bệnh truyền nhiễm;
Phòng, chống khủng bố; Phòng, chống ma túy; Phòng, chống mua bán người; Phòng, chống rửa tiền;
Phòng, chống tác hại của rượu, bia; Phòng, chống tác hại của thuốc lá; Phòng, chống tham nhũng;
Phòng, chống thiên tai; Phòng chống tham nhũng; Phòng thủ dân sự; Phổ biến, giáo dục pháp luật; Phụ cấp;
Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người; Quản lý nợ công;
Quản lý thuế; Quản lý ngoại thương; Quản lý, sử dụng tài sản công; Quản lý, sử dụng tài sản nhà nước;
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ; Quảng cáo; Quốc phòng; Quốc tịch Việt Nam;
Quy hoạch; Quy hoạch đô thị; Quy hoạch đô thị và nông thôn;
Quản lý và đầu tư vốn nhà nước tại doanh nghiệp;
Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng; Sĩ quan Quân đội nhân dân Việt Nam;
Sở hữu trí tuệ; Sử dụng năng lượng tiết kiệm và hiệu quả; Tài nguyên, môi trường biển và hải đảo;
Tài nguyên nước; Tần số vô tuyến điện; Tạm giữ, tạm giam; Thanh niên; Thanh tra; Thể dục, thể thao;
Thi đua, khen thưởng; Thi hành án dân sự; Thi hành án hình sự;
Thi hành tạm giữ, tạm giam và cấm đi khỏi nơi cư trú; Thỏa thuận quốc tế; Thống kê; Thú y; Thủ đô;
Thủy lợi; Thủy sản; Thuế bảo vệ môi trường; Thuế giá trị gia tăng; Thuế thu nhập cá nhân;
Thuế thu nhập doanh nghiệp; Thuế tiêu thụ đặc biệt; Thuế xuất khẩu, thuế nhập khẩu;
Thuế sử dụng đất phi nông nghiệp; Thuế tài nguyên; Thực hành tiết kiệm, chống lãng phí;
Thực hiện dân chủ ở cơ sở; Thương mại; Tiếp cận thông tin; Tiếp công dân;
Tiêu chuẩn và quy chuẩn kỹ thuật; Tín ngưỡng, tôn giáo; Tố cáo; Tố tụng hành chính; Tổ chức Chính phủ;
Tổ chức chính quyền địa phương; Tổ chức cơ quan điều tra hình sự;
Tổ chức Hội đồng nhân dân và Ủy ban nhân dân; Tổ chức Quốc hội; Tổ chức Tòa án nhân dân;
Tổ chức Viện kiểm sát nhân dân; Trách nhiệm bồi thường của Nhà nước;
Trật tự, an toàn giao thông đường bộ; Trẻ em; Trí tuệ nhân tạo; Trọng tài thương mại; Trồng trọt;
Trợ giúp pháp lý; Trưng cầu ý dân; Trưng mua, trưng dụng tài sản; Tư pháp người chưa thành niên;
Tương trợ tư pháp; Tình trạng khẩn cấp; Việc làm; Viên chức; Viễn thông; Xây dựng; Xuất bản;
Xuất cảnh, nhập cảnh của công dân Việt Nam; Xử lý vi phạm hành chính; Phí và lệ phí;
Thuế sử dụng đất nông nghiệp;
"""
CODES = "Dân sự; Hình sự; Lao động; Hàng hải Việt Nam; Hàng hải; Tố tụng dân sự; Tố tụng hình sự"
ORDINANCES = """
Ưu đãi người có công với cách mạng; Giống cây trồng; Giống vật nuôi; Dân số; Phí và lệ phí;
Xử lý vi phạm hành chính; Cán bộ, công chức; Thực hiện dân chủ ở xã, phường, thị trấn; Ngoại hối;
Tín ngưỡng, tôn giáo; Quản lý thị trường; Cảnh sát cơ động; Cựu chiến binh; Chi phí tố tụng;
Xử phạt vi phạm hành chính đối với hành vi cản trở hoạt động tố tụng; Công an xã; Cảnh sát môi trường;
Bảo vệ bí mật nhà nước;
"""
# What offices write for a code, with its name.
SHORT_CODES = {
    "BLDS": "Dân sự",
    "BLHS": "Hình sự",
    "BLLĐ": "Lao động",
    "BLTTDS": "Tố tụng dân sự",
    "BLTTHS": "Tố tụng hình sự",
    "BLHH": "Hàng hải",
}
_VARIANTS = {"hóa": "(?:hóa|hoá)", "hòa": "(?:hòa|hoà)", "khỏe": "(?:khỏe|khoẻ)", "thủy": "(?:thủy|thuỷ)"}
_VARIANTS |= {
    "ủy": "(?:ủy|uỷ)",
    "tòa": "(?:tòa|toà)",
    "thỏa": "(?:thỏa|thoả)",
    "quy": "(?:quy|qui)",
    "túy": "(?:túy|tuý)",
}

_FIRST_SYLLABLE = re.compile(r"[^\W\d_]+")


def match_name(kind: str, low: str, pos: int) -> re.Match[str] | None:
    """The longest known name of a law of `kind` that stands at `pos` in lower-case text."""
    first = _FIRST_SYLLABLE.match(low, pos)
    pattern = _patterns(kind).get(first[0]) if first else None
    return pattern.match(low, pos) if pattern else None


@cache
def _patterns(kind: str) -> dict[str, re.Pattern[str]]:
    """By first syllable, so that a text full of the word "luật" costs little."""
    listed = {"Luật": LAWS, "Bộ luật": CODES, "Pháp lệnh": ORDINANCES}.get(kind, "")
    names = [" ".join(name.split()).lower() for name in listed.split(";") if name.strip()]
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        for spelling in _spellings(re.split(r"[ ,]", name)[0]):
            by_first.setdefault(spelling, []).append("[ ]{1,2}".join(_spell(word) for word in name.split()))
    return {first: re.compile(rf"(?:{'|'.join(spelt)})(?![^\W_])") for first, spelt in by_first.items()}


def _spellings(syllable: str) -> list[str]:
    return re.sub(r"[(?:)]", "", _VARIANTS.get(syllable, syllable)).split("|")


def _spell(word: str) -> str:
    bare = word.rstrip(",")
    return _VARIANTS.get(bare, re.escape(bare)) + (",?" if bare != word else "")
