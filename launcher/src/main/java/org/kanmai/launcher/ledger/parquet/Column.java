package org.kanmai.launcher.ledger.parquet;

/** Takes the values of a column, page by page. */
interface Column {
    /** Is given the values that later pages choose from. */
    void dictionary(Cursor values, int count);

    /** Is given the next values themselves. */
    void plain(Cursor values, int count);

    /** Is given the next values as places in the dictionary. */
    void chosen(int[] places);
}
