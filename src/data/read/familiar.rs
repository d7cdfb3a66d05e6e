//! The characters that tables are full of. Chinese in GBK or Big5 and Korean in EUC-KR share their bytes, so that
//! often only what the text would say tells them apart.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK};
use std::collections::BTreeSet;

/// By so much more of the characters must be common.
const LEAD: f64 = 0.5;
/// Common in tables and in names, simplified and traditional: an eighth of the characters whose bytes could be Korean.
const HANZI: &str = "一二三四五六七八九十百千万亿两零甲乙丙丁男女性别年月日时分秒天周季度岁是否有无真假对错好坏中优良差高低大小多少\
    长短快慢新旧冷热上下左右前后内外东西南北早晚春夏秋冬红黄蓝绿白黑青紫灰棕粉橙色形状重量轻宽厚深浅温湿密含率糖硬\
    软甜酸苦辣咸编号序名称姓数值学生班级课程成绩语文英史地理物化体育音美政治科目老师院系专业校本硕博士教研究医病患\
    者症血压脉心脏肝肾肺检查阳阴疗药剂用收入支出价格金额元角利润销售订单商品客户产类型牌店铺市场省区县镇村路街州京\
    津沪广圳杭苏武汉都庆海山河湖江安徽福建甘肃吉林辽宁蒙古藏疆云贵川陕台港澳人民国家公司企工厂员职位部门经置方向速\
    距离面积力电流功瓜果根蒂纹脐触感声响浊沉闷脆清晰模糊凹陷平坦滑粘花草树木鱼鸟虫猫狗马牛羊车房层楼室厅卫评等次比\
    例均总计和标准样特征明张王李赵刘陈杨吴徐孙胡朱何郭罗梁宋郑谢韩唐冯于董萧曹袁邓许傅沈曾彭吕伟芳娜敏静丽强磊军洋\
    勇艳杰娟涛超秀华桂刚健康来去开关进起止可能不已未完买卖赢输胜负正常异满意般非萬億兩別時歲無對錯優長舊熱東後內綠\
    藍黃顏輕寬濕熟通过合號稱數學級課績語歷體術師業碩醫檢陽陰劑價額潤銷單產類鋪縣鎮廣漢慶灣雲貴陝寧國員職經離積電壓濁響悶\
    縮紋臍觸編敲聲澤樹魚鳥蟲貓馬車樓廳衛總計標樣徵張劉陳楊吳孫羅鄭謝韓馮蕭許鄧偉靜麗強軍傑濤華開關進買賣贏輸勝負異\
    滿";
/// The syllables that Korean is written with mostly: a seventh of those that there are.
const HANGUL: &str = "가각간갈감갑강개객거건걸검것게겨격견결경계고곡공과관광교구국군굴권귀규그극근금급기길김까께나난날남내너널네년노\
    녹논농높누눈뉴느는능니다단달담당대더덕데도독돈동되된두드든등디따때또라락란람랑래량러럭런레려력련령로록론료루류\
    률르른름리린림마막만말망맛매머먹면명모목몰몸못무문물미민밀바박반발방배백번벌범법변별병보복본봉부북분불비빈사산\
    살삼상새색생서석선설성세소속손송수순술숙스습승시식신실심싸아안않알암압앙애액야약양어억언얼업없에여역연열염영예\
    오옥온올와완왕외요용우운울원월위유육율으은을음의이익인일임입있자작잔잘장재저적전절점정제조족존종좌주죽준중즉증\
    지직진질집차착찬참창채책처천철첫청체초촌총최추축출춘충취치친칠침카코크큰키타탄태터토통투트특티파판팔패편평포표\
    품풍프피필하학한할함합항해행향허험현협형호혹홍화확환활황회획효후훈휴흑흥희히힘";

/// Of encodings that are equally likely, the one in which by far most of the different characters are common.
pub(super) fn clearest(bytes: &[u8], encodings: impl Iterator<Item = &'static Encoding>) -> Option<&'static Encoding> {
    let mut shares: Vec<(f64, &'static Encoding)> =
        encodings.map(|encoding| (share(bytes, encoding), encoding)).collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    let [(best, encoding), (second, _), ..] = shares[..] else { return None };
    (best - second > LEAD).then_some(encoding)
}

fn share(bytes: &[u8], encoding: &'static Encoding) -> f64 {
    let common = match encoding {
        _ if encoding == GBK || encoding == BIG5 => HANZI,
        _ if encoding == EUC_KR => HANGUL,
        _ => return 0.0,
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    let different: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    let known = different.iter().filter(|&&c| common.contains(c)).count();
    known as f64 / different.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_familiar_to_those_who_read_it() {
        let clear = |text: &str, encoding: &'static Encoding| {
            let bytes = encoding.encode(text).0.into_owned();
            clearest(&bytes, [BIG5, EUC_KR, GBK].into_iter())
        };
        for text in ["男,女", "密度,含糖率,编号", "广州,深圳", "优,良,中"] {
            assert_eq!(clear(text, GBK), Some(GBK), "{text}");
        }
        for text in ["남,여", "서울,부산,대구", "키,몸무게,나이"] {
            assert_eq!(clear(text, EUC_KR), Some(EUC_KR), "{text}");
        }
        assert_eq!(clear("男,女", BIG5), Some(BIG5));
        assert_eq!(clear("뷁", EUC_KR), None);
    }
}
