//! The characters that tables are full of. Chinese in GBK or Big5, Japanese and Korean share their bytes, so that
//! often only what the text would say tells them apart.

use super::pieces::{Commonness, commonness_of, pieces};
use encoding_rs::{BIG5, EUC_JP, Encoding, GBK, SHIFT_JIS};
use std::collections::BTreeSet;

/// Common in tables, in names and, at the end, in prose; simplified and traditional.
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
    滿\
    的了在这我以要他们到就为个同也说而所得着只想看知道给没很那里你她它但还把被让却又与或其此些么什怎吗呢吧啊会将\
    从由因如当最更再每各自己然并使做见听问答吃喝走跑坐站拿放找送带写读字话句事情思手头眼身口点间边种条件块双第几\
    子妈候水回爷爸奶太半打先像叫谁星雨孩笑哪今气才切睡书饭期往住机钱跟菜弟阿午发儿记挑干行板亮钟现觉讲您停掉算全\
    旁试直叶包画风猜练喜换片怕窗欢办动步信桌纸器题田照变皮留越词训蜷颜鸡告遍友法朋碗洗灯豆缩请整兴凉帮加空土抱夜\
    诉睛指衣始远屋翻接脚蛋表实箱久作背认考床定改摊脸服底圈原急剩结叔线难火摘倒排棵鞋飞爱冰穿碰喊紧姐盖该浇毛袋雪\
    摸装忙";
/// The syllables that Korean is written with mostly: a seventh of those that there are.
const HANGUL: &str = "가각간갈감갑강개객거건걸검것게겨격견결경계고곡공과관광교구국군굴권귀규그극근금급기길김까께나난날남내너널네년노\
    녹논농높누눈뉴느는능니다단달담당대더덕데도독돈동되된두드든등디따때또라락란람랑래량러럭런레려력련령로록론료루류\
    률르른름리린림마막만말망맛매머먹면명모목몰몸못무문물미민밀바박반발방배백번벌범법변별병보복본봉부북분불비빈사산\
    살삼상새색생서석선설성세소속손송수순술숙스습승시식신실심싸아안않알암압앙애액야약양어억언얼업없에여역연열염영예\
    오옥온올와완왕외요용우운울원월위유육율으은을음의이익인일임입있자작잔잘장재저적전절점정제조족존종좌주죽준중즉증\
    지직진질집차착찬참창채책처천철첫청체초촌총최추축출춘충취치친칠침카코크큰키타탄태터토통투트특티파판팔패편평포표\
    품풍프피필하학한할함합항해행향허험현협형호혹홍화확환활황회획효후훈휴흑흥희히힘";

/// The characters that Japanese tables are full of, besides kana.
const KANJI: &str = "一二三四五六七八九十百千万億兆零年月日時分秒週曜火水木金土人男女性別名前氏姓齢歳身長体重高低大小多少短新古旧\
    軽速遅早強弱良悪可不優秀正誤有無他計合平均値最数番号順位点得比率割増減量面積幅深温度湿気圧風雨雪晴曇天候春夏\
    秋冬東西南北京都道府県市区町村阪屋福岡広島札幌仙台横浜神戸葉埼玉熊本野静愛知潟石川山形青森岩手田宮城栃群馬茨\
    奈和歌兵庫鳥取根口徳香媛佐賀崎沖縄国内外海会社員部課職業店客商品価格円税売上購買入出額費用予算収支注文在種類\
    型式産地色赤黄緑白黒茶紫灰桃甘辛酸苦味音触感硬柔果実菜茎花子瓜米肉魚卵牛豚鶏中藤鈴橋伊渡辺林加吉松井斎清池阿\
    原後近坂遠学校生徒教師先科目語英理楽美術育試験成績級組問題答回調査結項容備考状態件個枚開始終了期間血液病院患\
    者薬診断車駅空港線路電話住所郵便図書館公園朝昼夜今明昨毎半全各約以下左右次初心足耳頭力持行来見食飲読聞使作立\
    休働勉評判定測特徴変換標準偏差説対応自動両親父母兄弟姉妹供友達家族好嫌悲嬉何誰";

/// Katakana of one byte, of which a voice mark stands behind few: where the bytes of Chinese are taken for them, it stands
/// anywhere.
const HALF_WIDTH: [f64; 2] = [0.4, 0.1];

/// How well bytes read as text of the language that an encoding is for, from 0 to 1: the mean of its different characters.
/// `None` if they mean nothing in it.
pub(super) fn fit(bytes: &[u8], encoding: &'static Encoding) -> Option<f64> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let different: BTreeSet<&[u8]> = pieces(bytes, encoding).filter(|piece| piece[0] >= 0x80).collect();
    let half_width = HALF_WIDTH[usize::from(!has_voice_marks_in_place(bytes))];
    let sum: f64 = different.iter().map(|piece| familiarity(piece, encoding, half_width)).sum();
    Some(sum / different.len().max(1) as f64)
}

/// How familiar a character is.
fn familiarity(piece: &[u8], encoding: &'static Encoding, half_width: f64) -> f64 {
    let text = encoding.decode_without_bom_handling(piece).0;
    let is_kana = |c: char| ('\u{3041}'..='\u{30ff}').contains(&c);
    let is_known = |c: char| match encoding {
        _ if encoding == GBK || encoding == BIG5 => HANZI.contains(c),
        _ if encoding == SHIFT_JIS || encoding == EUC_JP => is_kana(c) || KANJI.contains(c),
        _ => HANGUL.contains(c),
    };
    match commonness_of(piece, encoding) {
        _ if text.chars().all(is_known) => 1.0,
        Commonness::Single => half_width,
        Commonness::Common => 0.35,
        Commonness::Mark => 0.5,
        Commonness::Rare => 0.05,
    }
}

/// Whether the marks of katakana of one byte stand behind those that take one.
fn has_voice_marks_in_place(bytes: &[u8]) -> bool {
    bytes.windows(2).all(|pair| match pair[1] {
        0xde => pair[0] == 0xb3 || (0xb6..=0xc4).contains(&pair[0]) || (0xca..=0xce).contains(&pair[0]),
        0xdf => (0xca..=0xce).contains(&pair[0]),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::EUC_KR;

    /// The encoding that fits best, and by how much.
    fn best(text: &str, encoding: &'static Encoding) -> (&'static str, f64) {
        let bytes = encoding.encode(text).0.into_owned();
        let all = [GBK, BIG5, SHIFT_JIS, EUC_JP, EUC_KR].into_iter();
        let mut fits: Vec<_> = all.filter_map(|encoding| Some((fit(&bytes, encoding)?, encoding.name()))).collect();
        fits.sort_by(|a, b| b.0.total_cmp(&a.0));
        (fits[0].1, fits[0].0 - fits.get(1).map_or(0.0, |second| second.0))
    }

    #[test]
    fn text_is_familiar_to_those_who_read_it() {
        for (texts, encoding) in [
            (["男,女", "密度,含糖率,编号", "广州,深圳", "优,良,中"], GBK),
            (["남,여", "서울,부산,대구", "키,몸무게,나이", "과일,가격"], EUC_KR),
            (["男,女", "臺北,高雄", "價格,水果", "姓名,成績"], BIG5),
            (["番号,産地", "東京,大阪", "りんご,バナナ", "男,女"], SHIFT_JIS),
            (["番号,産地", "東京,大阪", "りんご,バナナ", "性別,年齢"], EUC_JP),
        ] {
            for text in texts {
                let (name, lead) = best(text, encoding);
                assert!(name == encoding.name() && lead > 0.25, "{text}: {name}, {lead}");
            }
        }
    }

    #[test]
    fn katakana_of_one_byte_are_told_from_chinese() {
        let fit_of = |text: &str, encoding: &'static Encoding| fit(&encoding.encode(text).0, SHIFT_JIS).unwrap();
        assert!(fit_of("ﾘﾝｺﾞ,ｻｲｽﾞ", SHIFT_JIS) > 0.39);
        assert!(best("北京,上海", GBK).0 == "GBK" && fit_of("蔬菜,茄子", GBK) < 0.4);
    }
}
