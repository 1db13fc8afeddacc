"""The parts around the words of a DOCX: styles, page numbers, properties, and the archive itself."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from lantoa.paper.wording import one_line
from lantoa.paper.writing.wordml import FONT

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# One fixed day, so that the same document gives the same bytes.
_STAMP = (1980, 1, 1, 0, 0, 0)

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CONTENT_TYPES = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>\
<Override PartName="/word/header1.xml" ContentType="{_OFFICE}.header+xml"/>\
<Override PartName="/word/header2.xml" ContentType="{_OFFICE}.header+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/>\
</Types>"""

_ROOT_LINKS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
</Relationships>"""

_DOCUMENT_LINKS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_R}/settings" Target="settings.xml"/>\
<Relationship Id="rId3" Type="{_R}/header" Target="header1.xml"/>\
<Relationship Id="rId4" Type="{_R}/header" Target="header2.xml"/>\
</Relationships>"""

_SETTINGS = f"""{_XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>\
<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>\
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>"""

_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _heading(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    )


_STYLES = (
    f'{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}'
    '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f"<w:rPr>{_FONTS}</w:rPr></w:style>"
    + "".join(_heading(level) for level in range(1, 6))
    + '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    '<w:basedOn w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    "</w:styles>"
)

_NUMBER = "".join(
    f'<w:r><w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>{part}</w:r>'
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)


def _header(content: str) -> str:
    return f'{_XML}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{content}</w:p></w:hdr>'


def pack(body: str, *, title: str, issuer: str) -> bytes:
    """The DOCX of this body XML (paragraphs, tables and the last section's properties)."""
    document = f'{_XML}<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>'
    core = (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(one_line(title))}</dc:title><dc:creator>{escape(one_line(issuer))}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _ROOT_LINKS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _DOCUMENT_LINKS,
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": _header(_NUMBER),
        "word/header2.xml": _header(""),
        "docProps/core.xml": core,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))
    return out.getvalue()
