package org.kanmai.app.identity.regions;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.kanmai.facts.Code;

/** A first-level division by ISO 3166-2:CN, in lower case in JSON ({@code cn-zj}), or anywhere else. Nothing finer is asked for. */
public enum Region implements Code {
    CN_AH,
    CN_BJ,
    CN_CQ,
    CN_FJ,
    CN_GD,
    CN_GS,
    CN_GX,
    CN_GZ,
    CN_HA,
    CN_HB,
    CN_HE,
    CN_HI,
    CN_HK,
    CN_HL,
    CN_HN,
    CN_JL,
    CN_JS,
    CN_JX,
    CN_LN,
    CN_MO,
    CN_NM,
    CN_NX,
    CN_QH,
    CN_SC,
    CN_SD,
    CN_SH,
    CN_SN,
    CN_SX,
    CN_TJ,
    CN_TW,
    CN_XJ,
    CN_XZ,
    CN_YN,
    CN_ZJ,
    ELSEWHERE;

    /** Returns the region with a JSON form; throws {@link IllegalArgumentException} when there is none. */
    @JsonCreator
    public static Region parse(String code) {
        return Code.parse(Region.class, code);
    }
}
