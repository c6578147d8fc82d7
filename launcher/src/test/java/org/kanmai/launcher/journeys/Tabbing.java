package org.kanmai.launcher.journeys;

import java.util.List;

/** Goes through a page by the key Tab alone, and says what it does not come to or where one does not see where one is. */
final class Tabbing {
    /** A field for a time is one control and up to three stops. */
    private static final int MOST_FOR_A_STOP = 3;

    private static final String BEGINS = """
            () => {
              const controls = 'a[href], button, input, select, textarea, [tabindex]'
              window.stops = () => [...document.querySelectorAll(controls)].filter((one) =>
                one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]') && one.checkVisibility({ visibilityProperty: true }))
              window.reached = new Set()
              window.unseen = new Set()
              const ringed = (one) => {
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
              }
              const large = (one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) >= 8
              document.addEventListener('focusin', ({ target }) => {
                window.reached.add(target)
                const shown = [target, target.closest('label'), target.parentElement].filter((one) => one && large(one))
                if (!shown.some(ringed)) window.unseen.add(target)
              })
              window.begun = window.stops()
              return window.begun.length
            }""";
    private static final String DONE = "() => window.begun.every((one) => window.reached.has(one) || !one.isConnected)";
    private static final String ENDS = """
            () => {
              const said = (words, one) => `${words} ${one.outerHTML.slice(0, 140)}`
              const still = new Set(window.stops())
              const missed = window.begun.filter((one) => still.has(one) && !window.reached.has(one))
              return [...missed.map((one) => said('never reached', one)), ...[...window.unseen].map((one) => said('no ring on', one))]
            }""";

    private Tabbing() {}

    /** Returns what is wrong with the page that is open. */
    static List<String> faults(Visit visit) {
        var page = visit.page();
        var stops = ((Number) page.evaluate(BEGINS)).intValue();
        for (int press = 1; press < MOST_FOR_A_STOP * stops; press++) {
            page.keyboard().press("Tab");
            if (press % stops == 0 && (boolean) page.evaluate(DONE)) {
                break;
            }
        }
        return ((List<?>) page.evaluate(ENDS)).stream().map(String.class::cast).toList();
    }
}
