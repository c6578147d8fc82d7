package org.kanmai.app.river;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.ToIntFunction;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.proof.Sha256;
import org.springframework.stereotype.Component;

/** Takes a page that is about to be shown: writes its record, and gives what its holder can prove it by. */
@Component
public class River {
    private final FactLog log;
    private final ItemTokens tokens;
    private final Keys keys;
    private final Seen seen;

    River(FactLog log, ItemTokens tokens, Keys keys, Seen seen) {
        this.log = log;
        this.tokens = tokens;
        this.keys = keys;
        this.seen = seen;
    }

    /**
     * What the holder of a page can prove.
     *
     * @param tokens one for each item, in the page's order
     * @param signature Ed25519 over SHA-256(0x00 ‖ the bytes of the page's record), base64: the promise that the log has it
     * @param key which key signed
     */
    public record Proof(List<String> tokens, String signature, String key) {
        public Proof {
            tokens = List.copyOf(tokens);
        }
    }

    /** Hears of what came into sight, as soon as the log has it; {@code traffic} implements it. */
    public interface Arrivals {

        /** Takes exposures of works that were just accepted; one that is told again may come again. */
        void exposed(List<Exposed> exposures);
    }

    /** Tells the log of a page, without waiting for it, and remembers its items as served. */
    public Proof serve(Served page, ToIntFunction<ServedItem> durationMillis) {
        var body = FactCodec.write(page);
        log.appendLater(FactLog.record(page.topic().code(), page.key(), body));
        seen.served(page);
        return new Proof(tokens(page, durationMillis), sign(body), keys.pageKey());
    }

    /** Tells the log of what has no state, without waiting for it. */
    public void tell(Fact.OfViewer fact) {
        log.appendLater(FactLog.record(fact));
    }

    private List<String> tokens(Served page, ToIntFunction<ServedItem> durationMillis) {
        var minted = new ArrayList<String>();
        for (int index = 0; index < page.items().size(); index++) {
            int duration = durationMillis.applyAsInt(page.items().get(index));
            minted.add(tokens.mint(new ItemToken(page.terms(index), duration, page.at())));
        }
        return minted;
    }

    private String sign(byte[] body) {
        return Base64.getEncoder().encodeToString(keys.sign(new Sha256().leaf(body)));
    }
}
