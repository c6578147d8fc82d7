package org.kanmai.app.trade.addresses;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kanmai.app.identity.regions.Region;

/** Which province an address names: what it begins with in Chinese, or a word of it in Latin letters. */
final class Provinces {
    private static final Map<Region, List<String>> NAMES = Map.ofEntries(
            entry(Region.CN_AH, List.of("安徽", "anhui")),
            entry(Region.CN_BJ, List.of("北京", "beijing")),
            entry(Region.CN_CQ, List.of("重庆", "chongqing")),
            entry(Region.CN_FJ, List.of("福建", "fujian")),
            entry(Region.CN_GD, List.of("广东", "guangdong")),
            entry(Region.CN_GS, List.of("甘肃", "gansu")),
            entry(Region.CN_GX, List.of("广西", "guangxi")),
            entry(Region.CN_GZ, List.of("贵州", "guizhou")),
            entry(Region.CN_HA, List.of("河南", "henan")),
            entry(Region.CN_HB, List.of("湖北", "hubei")),
            entry(Region.CN_HE, List.of("河北", "hebei")),
            entry(Region.CN_HI, List.of("海南", "hainan")),
            entry(Region.CN_HK, List.of("香港", "hong kong", "hongkong")),
            entry(Region.CN_HL, List.of("黑龙江", "heilongjiang")),
            entry(Region.CN_HN, List.of("湖南", "hunan")),
            entry(Region.CN_JL, List.of("吉林", "jilin")),
            entry(Region.CN_JS, List.of("江苏", "jiangsu")),
            entry(Region.CN_JX, List.of("江西", "jiangxi")),
            entry(Region.CN_LN, List.of("辽宁", "liaoning")),
            entry(Region.CN_MO, List.of("澳门", "macao", "macau")),
            entry(Region.CN_NM, List.of("内蒙古", "inner mongolia", "nei mongol")),
            entry(Region.CN_NX, List.of("宁夏", "ningxia")),
            entry(Region.CN_QH, List.of("青海", "qinghai")),
            entry(Region.CN_SC, List.of("四川", "sichuan")),
            entry(Region.CN_SD, List.of("山东", "shandong")),
            entry(Region.CN_SH, List.of("上海", "shanghai")),
            entry(Region.CN_SN, List.of("陕西", "shaanxi")),
            entry(Region.CN_SX, List.of("山西", "shanxi")),
            entry(Region.CN_TJ, List.of("天津", "tianjin")),
            entry(Region.CN_TW, List.of("台湾", "臺灣", "taiwan")),
            entry(Region.CN_XJ, List.of("新疆", "xinjiang")),
            entry(Region.CN_XZ, List.of("西藏", "xizang", "tibet")),
            entry(Region.CN_YN, List.of("云南", "yunnan")),
            entry(Region.CN_ZJ, List.of("浙江", "zhejiang")));
    private static final Pattern LATIN = Pattern.compile("[a-z ]+");

    private Provinces() {}

    /** Returns the province that the text of an address names, or elsewhere. */
    static Region of(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^(中国|中华人民共和国)\\s*", "");
        return Arrays.stream(Region.values())
                .filter(region -> NAMES.getOrDefault(region, List.of()).stream().anyMatch(name -> names(plain, name)))
                .min(Comparator.comparingInt(region -> place(plain, region)))
                .orElse(Region.ELSEWHERE);
    }

    private static boolean names(String text, String name) {
        return LATIN.matcher(name).matches()
                ? Pattern.compile("\\b" + name + "\\b").matcher(text).find()
                : text.startsWith(name);
    }

    /** The one that is named first counts: a street may have the name of another province. */
    private static int place(String text, Region region) {
        return NAMES.getOrDefault(region, List.of()).stream()
                .mapToInt(text::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
