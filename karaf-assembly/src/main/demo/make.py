#!/usr/bin/env python3
"""Makes the demonstration documents in src/main/resources/demo: contracts and books of invented companies.

Needs Chromium, poppler-utils, ImageMagick and LibreOffice. Run it when the documents change; what it makes is committed.
"""
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent / 'resources' / 'demo'
STYLE = '''<meta charset="utf-8"><style>
@page { size: A4; margin: 24mm 22mm } body { font: 11pt/1.9 "Noto Serif CJK JP", serif; color: #111 }
h1 { font-size: 18pt; text-align: center; letter-spacing: .2em; margin: 0 0 10mm } h1.en { letter-spacing: 0 }
p { margin: 0 0 3mm; text-align: justify } .sign { margin-top: 10mm } .sign div { margin: 6mm 0 0 50% } .right { text-align: right }
table { border-collapse: collapse; width: 100%; margin: 6mm 0 } th, td { border: .4pt solid #555; padding: 1.6mm 2.5mm; font-size: 10pt }
th { background: #eef1f5; font-weight: normal } td.n { text-align: right } .two { display: flex; justify-content: space-between; align-items: flex-start }
.total { font-size: 15pt; border-bottom: 1.2pt solid #111; display: inline-block; padding: 0 6mm 1mm 0; margin: 4mm 0 } .sum { width: 62%; margin-left: auto }
.book { font-family: "Noto Sans CJK JP", sans-serif; line-height: 1.6 }
</style>'''

A = ('株式会社あおぞら商事', '東京都千代田区丸の内一丁目2番3号 あおぞらビル', '代表取締役　青木 健一')
PARTNERS = {
    'system': ('株式会社若草システム', '神奈川県横浜市西区みなとみらい二丁目4番5号', '代表取締役　若林 美咲'),
    'trading': ('北斗物産株式会社', '北海道札幌市中央区北一条西三丁目6番地', '代表取締役社長　北川 隆'),
    'estate': ('みどり不動産株式会社', '東京都港区芝公園三丁目7番8号', '代表取締役　緑川 誠'),
    'design': ('合同会社いろはデザイン', '京都府京都市中京区烏丸通四条上る10', '代表社員　髙橋 𠮷乃'),
    'parts': ('西日本精機株式会社', '大阪府大阪市北区梅田一丁目11番4号', '代表取締役　西村 浩二'),
}


def signature(date, a, b):
    def party(role, who):
        return f'<div>{role}　{who[1]}<br>　　{who[0]}<br>　　{who[2]}　印</div>'
    return f'<p>本契約の成立を証するため、本書2通を作成し、甲乙記名押印のうえ、各自1通を保有する。</p><div class="sign"><p>{date}</p>{party("甲", a)}{party("乙", b)}</div>'


def contract(title, intro, articles, date, b, a=A):
    body = ''.join(f'<p>第{i}条（{name}）<br>{text}</p>' for i, (name, text) in enumerate(articles, 1))
    return f'{STYLE}<h1>{title}</h1><p>{a[0]}（以下「甲」という。）と{b[0]}（以下「乙」という。）とは、{intro}、次のとおり契約（以下「本契約」という。）を締結する。</p>{body}{signature(date, a, b)}'


COURT = ('合意管轄', '本契約に関して生じた一切の紛争については、東京地方裁判所を第一審の専属的合意管轄裁判所とする。')
SECRECY = ('秘密保持', '甲及び乙は、本契約の履行に関して知り得た相手方の営業上又は技術上の情報を、相手方の書面による承諾なく第三者に開示してはならない。')

CONTRACTS = {
    '業務委託基本契約書_若草システム': contract(
        '業務委託基本契約書', '甲が乙に委託する情報システムの開発及び保守に関する業務（以下「本業務」という。）について', [
            ('目的', '甲は、本業務を乙に委託し、乙はこれを受託する。個別の業務の内容は、個別契約により定める。'),
            ('委託料', '本業務の委託料は、年額金3,600,000円（消費税別）とし、甲は乙の請求に基づき翌月末日までに支払う。'),
            SECRECY,
            ('再委託', '乙は、甲の書面による事前の承諾を得て、本業務の一部を第三者に再委託することができる。'),
            ('有効期間', '本契約の有効期間は、令和7年4月1日から令和8年3月31日までとする。ただし、期間満了の3か月前までに甲乙いずれからも書面による別段の意思表示がないときは、本契約は同一の条件でさらに1年間自動的に更新されるものとし、以後も同様とする。'),
            ('解除', '甲又は乙は、相手方が本契約に違反し、相当の期間を定めて催告しても是正されないときは、本契約を解除することができる。'),
            COURT], '令和7年3月20日', PARTNERS['system']),
    '秘密保持契約書_いろはデザイン': contract(
        '秘密保持契約書', '甲乙間の新規サービスの共同検討（以下「本目的」という。）にあたり開示される秘密情報の取扱いに関し', [
            ('秘密情報', '本契約において秘密情報とは、本目的のために開示された技術上、営業上その他一切の情報であって、秘密である旨が明示されたものをいう。'),
            ('秘密保持義務', '受領者は、秘密情報を善良な管理者の注意をもって管理し、本目的以外に使用してはならない。'),
            ('有効期間', '本契約の有効期間は、契約締結日から2年間とする。ただし、秘密保持義務は本契約終了後3年間存続する。'),
            ('損害賠償', '本契約に違反した当事者は、相手方に生じた損害を賠償する責任を負う。'),
            COURT], '2025年6月2日', PARTNERS['design']),
    '代理店基本契約書_北斗物産': contract(
        '代理店基本契約書', '甲の製品の販売に関し', [
            ('代理店の指名', '甲は、乙を北海道地域における甲の製品（以下「本製品」という。）の販売代理店に指名し、乙はこれを承諾する。'),
            ('手数料', '甲は、乙の販売実績に応じ、別途定める料率により算出した手数料を乙に支払う。'),
            SECRECY,
            ('契約期間', '本契約の期間は、2024年10月1日から2026年9月30日までとする。期間満了の6か月前までに甲乙いずれからも更新しない旨の書面による通知がない場合、本契約は自動的に2年間更新され、その後も同様とする。'),
            COURT], '2024年9月17日', PARTNERS['trading']),
    '建物賃貸借契約書_みどり不動産': contract(
        '建物賃貸借契約書', '次の建物（以下「本物件」という。）の賃貸借に関し', [
            ('目的物', '甲は乙から、東京都港区芝公園三丁目7番8号所在のみどりタワー5階（専有面積210.5平方メートル）を賃借する。'),
            ('賃料', '賃料は、月額金1,280,000円（消費税別）とし、甲は毎月末日までに翌月分を乙の指定する口座に振り込む。'),
            ('敷金', '甲は、敷金として金7,680,000円を乙に預託する。'),
            ('賃貸借期間', '賃貸借の期間は、令和5年1月1日から令和7年12月31日までの3年間とする。期間満了の際、甲乙協議のうえ合意により更新することができる。'),
            ('解約', '甲は、6か月前までに書面で予告することにより、期間の途中であっても本契約を解約することができる。'),
            COURT], '令和4年12月1日', PARTNERS['estate']),
    '取引基本契約書_西日本精機': contract(
        '取引基本契約書', '甲乙間の継続的な部品の売買取引に関し', [
            ('個別契約', '甲乙間の個々の売買は、甲が注文書を交付し、乙が注文請書を交付することにより成立する。'),
            ('検収', '甲は、目的物の納入後10日以内に検査を行い、その結果を乙に通知する。'),
            ('支払', '甲は、毎月末日締め翌々月10日限り、代金を乙の指定する口座に振り込む。'),
            SECRECY,
            ('有効期間', '本契約は、締結の日から効力を生じ、その期間は1年とする。期間満了の2か月前までに当事者の一方から書面により契約を終了させる旨の申出がないときは、さらに1年間延長されるものとし、以降も同様とする。'),
            COURT], '2026年2月10日', PARTNERS['parts']),
    'ソフトウェア使用許諾契約の変更に関する覚書': f'''{STYLE}<h1>変更覚書</h1><p>{A[0]}（以下「甲」という。）と{PARTNERS["system"][0]}（以下「乙」という。）とは、甲乙間で令和7年3月20日付にて締結した業務委託基本契約書（以下「原契約」という。）に関し、次のとおり変更することに合意した。</p>
        <p>第1条　原契約第2条に定める委託料を、令和8年4月1日以降、年額金3,960,000円（消費税別）に改める。</p><p>第2条　本覚書に定めのない事項は、すべて原契約の定めるところによる。</p>{signature("令和8年1月15日", A, PARTNERS["system"])}''',
    'Master Services Agreement - Riverside Analytics': f'''{STYLE}<h1 class="en">MASTER SERVICES AGREEMENT</h1>
        <p>This Master Services Agreement (this “Agreement”) is entered into as of May 12, 2025 (the “Effective Date”) by and between Aozora Trading Co., Ltd., a corporation organized under the laws of Japan (“Customer”), and Riverside Analytics Inc., a Delaware corporation (“Provider”).</p>
        <p>1. Services. Provider shall perform the data analysis services described in each statement of work executed by the parties.</p>
        <p>2. Fees. Customer shall pay Provider an annual fee of USD 48,500.00, payable within thirty (30) days of receipt of invoice.</p>
        <p>3. Term. The initial term of this Agreement commences on the Effective Date and continues for a period of two (2) years. Thereafter, this Agreement shall automatically renew for successive periods of one (1) year each, unless either party gives written notice of non-renewal at least ninety (90) days prior to the end of the then-current term.</p>
        <p>4. Confidentiality. Each party shall protect the Confidential Information of the other party with reasonable care.</p>
        <p>5. Governing Law. This Agreement shall be governed by the laws of the State of New York, and the parties submit to the exclusive jurisdiction of the courts located in New York County.</p>
        <p>IN WITNESS WHEREOF, the parties have executed this Agreement as of the date first written above.</p>
        <div class="two sign"><p>AOZORA TRADING CO., LTD.<br><br>By: Kenichi Aoki<br>Title: President</p><p>RIVERSIDE ANALYTICS INC.<br><br>By: Laura Bennett<br>Title: Chief Executive Officer</p></div>''',
}


def yen(value):
    return f'{value:,}'


def book(title, number, date, seller, buyer, registration, items, note='', greeting='下記のとおりご請求申し上げます。', total_label='ご請求金額', due=None):
    ten = sum(q * p for _, q, p, r in items if r == 10)
    eight = sum(q * p for _, q, p, r in items if r == 8)
    tax10, tax8 = ten * 10 // 100, eight * 8 // 100
    rows = ''.join(f'<tr><td>{n}{" ※" if r == 8 else ""}</td><td class="n">{q}</td><td class="n">{yen(p)}</td><td class="n">{yen(q * p)}</td></tr>' for n, q, p, r in items)
    breakdown = f'<tr><th>小計</th><td class="n">{yen(ten + eight)} 円</td></tr>'
    if ten:
        breakdown += f'<tr><th>10%対象　{yen(ten)} 円　消費税</th><td class="n">{yen(tax10)} 円</td></tr>'
    if eight:
        breakdown += f'<tr><th>8%対象　{yen(eight)} 円　消費税</th><td class="n">{yen(tax8)} 円</td></tr>'
    total = ten + eight + tax10 + tax8
    reg = f'登録番号：{registration}<br>' if registration else ''
    return f'''{STYLE}<div class="book"><h1>{title}</h1><div class="two"><p><span style="font-size:13pt">{buyer}　御中</span><br><br>{greeting}</p><p class="right">No. {number}<br>発行日：{date}<br><br>{seller[0]}<br>{seller[1]}<br>{reg}</p></div>
        <p class="total">{total_label}　¥{yen(total)}－（税込）</p>{f"<p>お支払期限：{due}</p>" if due else ""}<table><tr><th>品目</th><th>数量</th><th>単価</th><th>金額</th></tr>{rows}</table><table class="sum">{breakdown}<tr><th>合計</th><td class="n">{yen(total)} 円</td></tr></table>
        <p>{"※は軽減税率（8%）対象です。" if eight else ""}{note}</p></div>'''


BOOKS = {
    '請求書_若草システム_2026年9月': book('請求書', 'WS-2609-014', '2026年9月30日', PARTNERS['system'], A[0], 'T3120001234565', [('システム保守（9月分）', 1, 300000, 10), ('追加開発作業', 24, 8500, 10)], due='2026年10月31日'),
    '請求書_北斗物産_食品と資材': book('請求書', '20261005-3', '2026年10月5日', PARTNERS['trading'], A[0], 'T3430001234567', [('贈答用菓子セット', 40, 2700, 8), ('梱包資材', 12, 1350, 10)], due='2026年11月30日'),
    '請求書_当社発行_西日本精機宛': book('請求書', 'A-2026-0871', '令和8年8月31日', A, PARTNERS['parts'][0], '', [('検査治具　型番AB-120', 3, 148000, 10), ('出張費', 1, 38600, 10)], due='令和8年9月30日'),
    '見積書_いろはデザイン': book('御見積書', 'Q-0412', '2026年7月14日', PARTNERS['design'], A[0], None, [('会社案内デザイン一式', 1, 420000, 10), ('印刷（2,000部）', 1, 186000, 10)], greeting='下記のとおりお見積り申し上げます。', total_label='お見積金額', note='有効期限：発行日より30日間'),
    '注文書_西日本精機宛': book('注文書', 'PO-26-1180', '2026年7月22日', A, PARTNERS['parts'][0], None, [('ベアリングユニット BU-45', 200, 1980, 10)], greeting='下記のとおり注文いたします。', total_label='ご注文金額'),
    '納品書_西日本精機': book('納品書', 'D-88213', '2026年8月6日', PARTNERS['parts'], A[0], None, [('ベアリングユニット BU-45', 200, 1980, 10)], greeting='下記のとおり納品いたしました。', total_label='合計金額'),
    'Invoice_Riverside_Analytics': f'''{STYLE}<div class="book"><h1 class="en">INVOICE</h1><div class="two"><p>Riverside Analytics Inc.<br>240 Water Street, New York, NY 10038</p><p class="right">Invoice No. RA-5521<br>Invoice date: June 30, 2026<br>Due date: July 30, 2026</p></div>
        <p>Bill to:<br>Aozora Trading Co., Ltd.<br>1-2-3 Marunouchi, Chiyoda-ku, Tokyo</p><table><tr><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr><tr><td>Data analysis, second quarter</td><td class="n">1</td><td class="n">12,125.00</td><td class="n">12,125.00</td></tr></table>
        <table class="sum"><tr><th>Subtotal</th><td class="n">USD 12,125.00</td></tr><tr><th>Tax (0%)</th><td class="n">USD 0.00</td></tr><tr><th>Total due</th><td class="n">USD 12,125.00</td></tr></table></div>''',
}

RECEIPT = book('領収書', '000377', '2026年10月18日', PARTNERS['trading'], A[0], 'T3430001234567', [('会議用弁当', 18, 1200, 8)], greeting='下記の金額を正に領収いたしました。', total_label='領収金額')
SCAN = contract('売買契約書', '甲が乙から購入する複合機の売買に関し', [
    ('目的物', '乙は甲に対し、複合機2台（型番MX-700）を売り渡し、甲はこれを買い受ける。'),
    ('代金', '売買代金は、総額金1,540,000円（消費税込）とする。'),
    ('引渡し', '乙は、2026年4月15日までに、甲の本店において目的物を引き渡す。'), COURT], '2026年3月27日', PARTNERS['parts'])


def sh(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def pdf(html, target, work):
    page = work / 'page.html'
    page.write_text(html, encoding='utf-8')
    sh('chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', f'--user-data-dir={work}/profile', f'--print-to-pdf={target}', page.as_uri())


def image_pdf(jpg):
    """A PDF of one A4 page that is nothing but an image, as scanners write it."""
    size = subprocess.run(['identify', '-format', '%w %h', jpg], check=True, capture_output=True, text=True).stdout.split()
    data = pathlib.Path(jpg).read_bytes()
    draw = b'q 595 0 0 842 0 0 cm /I Do Q'
    objects = [
        b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
        b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
        b'<</Length %d>>stream\n' % len(draw) + draw + b'\nendstream',
        f'<</Type/XObject/Subtype/Image/Width {size[0]}/Height {size[1]}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length {len(data)}>>stream\n'.encode() + data + b'\nendstream']
    out, places = b'%PDF-1.4\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n' % number + body + b'\nendobj\n'
    table = b''.join(b'%010d 00000 n \n' % place for place in places)
    return out + b'xref\n0 6\n0000000000 65535 f \n' + table + b'trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % len(out)


def scan(html, target, work):
    """As from a scanner: 200 dpi, slightly turned, noisy; a PDF of images or a JPEG."""
    clean = work / 'clean.pdf'
    pdf(html, clean, work)
    sh('pdftoppm', '-r', '200', '-gray', '-png', str(clean), str(work / 'scan'))
    pages = sorted(work.glob('scan-*.png'))
    out = []
    for page in pages:
        jpg = page.with_suffix('.jpg')
        sh('convert', str(page), '-background', 'white', '-rotate', '0.6', '-attenuate', '0.25', '+noise', 'Gaussian', '-colorspace', 'Gray', '-quality', '60', str(jpg))
        out.append(str(jpg))
        page.unlink()
    if target.suffix == '.pdf':
        target.write_bytes(image_pdf(out[0]))
    else:
        shutil.copy(out[0], target)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for kind, documents in (('contracts', CONTRACTS), ('books', BOOKS)):
            (ROOT / kind).mkdir(parents=True, exist_ok=True)
            for name, html in documents.items():
                pdf(html, ROOT / kind / f'{name}.pdf', work)
        scan(SCAN, ROOT / 'contracts' / '売買契約書_スキャン.pdf', work)
        scan(RECEIPT, ROOT / 'books' / '領収書_北斗物産_スキャン.jpg', work)
        page = work / '秘密保持契約書_若草システム.html'
        # Word spreads the characters of a justified line that ends with a break.
        page.write_text(contract('秘密保持契約書', '甲乙間の取引の可能性を検討するにあたり', [
            ('秘密情報', '秘密情報とは、相手方から開示された一切の情報をいう。'),
            ('契約期間', '本契約の有効期間は、2026年5月1日から2027年4月30日までとする。期間満了の1か月前までにいずれの当事者からも異議がないときは、1年間更新するものとし、以後も同様とする。'), COURT],
            '2026年4月24日', PARTNERS['system']).replace('text-align: justify', 'text-align: left'), encoding='utf-8')
        sh('soffice', '--headless', '--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', str(ROOT / 'contracts'), str(page))


if __name__ == '__main__':
    main()
