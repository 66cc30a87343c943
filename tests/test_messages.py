"""What a finding says: the writer's own numbers in the writer's own units, and a value that is right."""

from __future__ import annotations

import pytest

from factcheck import engine
from factcheck.model import Finding
from factcheck.pipeline.steps import check_texts

RULES = engine.load([engine.home()])


def told(text: str, rule: str) -> Finding:
    """The only finding of `rule` in `text`."""
    (found,) = [each for each in check_texts((("甲.md", text),), rules=RULES).findings if each.rule == rule]
    return found


@pytest.mark.parametrize(
    ("text", "rule", "message", "equation", "expected"),
    [
        (
            "1至8月，全县旅客发送量累计3640万人次，月均555万人次。",
            "means/mean-disagrees",
            "3640万人次除以8个月应为455万人次，文中写555万人次",
            "555万人次 ≠ 3640万人次 ÷ 8个月",
            "455万人次",
        ),
        (
            "书店五天售书64.0万册，日均售书15.8万册。",
            "means/mean-disagrees",
            "64.0万册除以五天应为12.8万册，文中写15.8万册",
            "15.8万册 ≠ 64.0万册 ÷ 五天",
            "12.8万册",
        ),
        (
            "景区5天共接待游客64.0万人次，平均每天15.8万人次。",
            "means/mean-disagrees",
            "64.0万人次除以5天应为12.8万人次，文中写15.8万人次",
            "15.8万人次 ≠ 64.0万人次 ÷ 5天",
            "12.8万人次",
        ),
        (
            "每箱苹果68元，上午卖出2500箱，收入18.7万元。",
            "ratios/price-quantity-disagree",
            "68元乘以2500箱应为17.0万元，文中写18.7万元；若错在68元，应为75元",
            "18.7万元 ≠ 68元 × 2500箱",
            "75元",
        ),
        (
            "蜜橘每公斤4.00元，售出31.5万吨，收入12.6万元。",
            "ratios/price-quantity-disagree",
            "4.00元乘以31.5万吨应为12.6亿元，文中写12.6万元",
            "12.6万元 ≠ 4.00元 × 31.5万吨",
            "",
        ),
        (
            "集团发放年终奖840亿元，惠及1.2万名职工，人均700元。",
            "means/mean-disagrees",
            "840亿元除以1.2万名应为700万元，文中写700元",
            "700元 ≠ 840亿元 ÷ 1.2万名",
            "700万元",
        ),
        (
            "钢坯每吨3200元，进了4吨，货款128万元。",
            "ratios/price-quantity-disagree",
            "3200元乘以4吨应为1.28万元，文中写128万元；若错在3200元，应为320000元",
            "128万元 ≠ 3200元 × 4吨",
            "320000元",
        ),
        (
            "今年硕士报考2400人，录取320人，报录比为9.5∶1。",
            "ratios/ratio-disagrees",
            "2400人与320人之比应为7.5∶1，文中写9.5∶1",
            "9.5∶1 ≠ 2400人 ÷ 320人",
            "7.5∶1",
        ),
        (
            "合唱团有女声48人、男声32人，女男比为2∶3。",
            "ratios/ratio-disagrees",
            "48人与32人之比应为3∶2，文中写2∶3",
            "2∶3 ≠ 48人 ÷ 32人",
            "3∶2",
        ),
        (
            "全校学生上学方式分三类，步行占43.3%，骑车占38.2%，乘车占20.5%。",
            "shares/shares-not-100",
            "各项占比43.3%、38.2%、20.5%相加为102.0%，不是100%",
            "100% ≠ 43.3% + 38.2% + 20.5%",
            "41.3%",
        ),
        (
            "本赛季主队取得9胜4平5负，积33分。",
            "sums/parts-disagree-with-total",
            "各项9胜×3、4平相加为31分，与合计33分不符",
            "33分 ≠ 9胜×3 + 4平",
            "31分",
        ),
        (
            "2024年全市粮食产量40.0万吨，比上年下降6.0%。2023年全市粮食产量50.0万吨。",
            "growth/levels-disagree",
            "50.0万吨到40.0万吨，增速应为−20.0%，文中写−6.0%",
            "−6.0% ≠ 40.0万吨 ÷ 50.0万吨 − 1",
            "20.0%",
        ),
        (
            "工程从2021年3月15日开工，到2023年11月15日完工，历时三年八个月。",
            "calendar/duration-mismatch",
            "从起止时间算应为2年8个月，文中写三年八个月",
            "2021年3月15日至2023年11月15日 ≠ 三年八个月",
            "2年8个月",
        ),
        (
            "合同期自2024年7月1日起至2027年6月31日止。",
            "calendar/nonexistent-date",
            "没有2027年6月31日：6月只有30天",
            "",
            "6月30日",
        ),
        (
            "2024年全市棉花产量29.3万吨，2020年为20.0万吨，年均增长11.6%。",
            "growth/annual-rate-disagrees",
            "20.0万吨到29.3万吨，年均增速应为10.0%，文中写11.6%",
            "(1 + 11.6%)^4 ≠ 29.3万吨 ÷ 20.0万吨",
            "10.0%",
        ),
        (
            "今日鲢鱼批发价每公斤最低9.2元、最高12.6元，均价13.1元。",
            "means/value-outside-range",
            "13.1元不在9.2元至12.6元的范围之内",
            "9.2元至12.6元 ∌ 13.1元",
            "9.2元至12.6元",
        ),
    ],
)
def test_message(text, rule, message, equation, expected):
    """Message, arithmetic and expected value agree with each other and with a calculator."""
    found = told(text, rule)
    assert (found.message, found.equation, found.expected) == (message, equation, expected)


def test_no_message_has_a_hole():
    """No bad example of any rule leaves a placeholder empty or shows needless zeros."""
    holes = ("应为，", "应为；", "相加为，", "写，", "{", "}", ".00家", "——", "（）")
    tried = 0
    for rule in RULES:
        for example in engine.examples(rule):
            if example.bad:
                tried += 1
                report = check_texts(
                    example.texts, place_name=example.place, rules=[rule], facts=example.facts
                )
                for found in report.findings:
                    assert not any(hole in found.message for hole in holes), found.message
                    assert not found.message.startswith(("，", "、")), found.message
    assert tried > 200
