/** Sales of before: what a shop has sold elsewhere and brings along, added up to the cent and apart from this platform's money. */
@ApplicationModule(allowedDependencies = {"web", "web :: files", "catalog", "ledger"})
@NullMarked
package org.kanmai.app.pastsales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
