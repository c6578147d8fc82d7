package org.kanmai.app.insight.proof;

import java.util.List;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PageId;

/**
 * That the record of a page is in the ledger; RFC 9162 section 2.1.3.2 tells how to check either path.
 *
 * @param record its original bytes, base64; the signature that came with the page is over SHA-256(0x00 ‖ these)
 * @param place of the record in its segment, from 0
 * @param records how many the segment has
 * @param recordPath from the record to the root of its segment
 * @param entry number of the entry that names the segment, from 0
 * @param line that entry
 * @param entryPath from the entry to the root of the head
 * @param head the newest head
 */
record PageProof(
        PageId page,
        Binary record,
        String lane,
        int place,
        int records,
        List<Binary> recordPath,
        long entry,
        String line,
        List<Binary> entryPath,
        String head) {
    PageProof {
        recordPath = List.copyOf(recordPath);
        entryPath = List.copyOf(entryPath);
    }
}
