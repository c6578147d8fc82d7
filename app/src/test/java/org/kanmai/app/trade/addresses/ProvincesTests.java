package org.kanmai.app.trade.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.app.identity.regions.Region;

/** Which province an address names. */
class ProvincesTests {
    @ParameterizedTest
    @CsvSource({
        "浙江省杭州市西湖区, CN_ZJ",
        "浙江 杭州, CN_ZJ",
        "中国 上海市浦东新区, CN_SH",
        "内蒙古自治区呼和浩特市, CN_NM",
        "青海省海南藏族自治州, CN_QH",
        "陕西省西安市, CN_SN",
        "山西省太原市, CN_SX",
        "Zhejiang Hangzhou, CN_ZJ",
        "Xihu Hangzhou ZHEJIANG, CN_ZJ",
        "Guangdong Henan Road, CN_GD",
        "Hong Kong Kowloon, CN_HK",
        "Zhejiangs, ELSEWHERE",
        "南京路 上海, ELSEWHERE",
        "Berlin Mitte, ELSEWHERE"
    })
    void whatIsNamedFirstIsTheProvinceAndWhatNamesNoneIsElsewhere(String text, Region region) {
        assertThat(Provinces.of(text)).isEqualTo(region);
    }
}
