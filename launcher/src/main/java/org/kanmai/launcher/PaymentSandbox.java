package org.kanmai.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.kanmai.engines.EngineAddresses;
import org.kanmai.sandbox.Sandbox;
import org.kanmai.sandbox.SandboxSettings;
import org.kanmai.sandbox.keys.KeyFolder;

/** The payment provider of a world without real money: one port above the pages, keys among the secrets of the data folder. */
final class PaymentSandbox {
    private static final String SWITCH = "KANMAI_PAYMENT_SANDBOX";

    private PaymentSandbox() {}

    /** A demo world always has it; a real one when the environment says so. */
    static boolean isOn(Options options, Map<String, String> environment) {
        return options.kind() == Kind.DEMO || "on".equals(environment.get(SWITCH));
    }

    static Sandbox start(Options options, EngineAddresses engines) {
        var postgresql = engines.postgresql();
        return Sandbox.start(new SandboxSettings(
                options.listen(),
                options.sandboxPort(),
                postgresql.jdbcUrl(),
                postgresql.user(),
                postgresql.password(),
                keys(options),
                Clock.systemUTC()));
    }

    /** What the application must know of it: where it answers, what to sign with, and whom to believe. */
    static Map<String, Object> properties(Options options) {
        return Map.of(
                "kanmai.payment.sandbox.address",
                        options.address(options.sandboxPort()).toString(),
                // Where no real money moves, no real parcels do.
                "kanmai.trade.sandbox-carrier.enabled", true,
                "kanmai.payment.sandbox.site", options.address().toString(),
                "kanmai.payment.sandbox.merchant-key",
                        keys(options).resolve(KeyFolder.MERCHANT_PRIVATE).toString(),
                "kanmai.payment.sandbox.provider-key",
                        keys(options).resolve(KeyFolder.PROVIDER_PUBLIC).toString());
    }

    private static Path keys(Options options) {
        return options.data().resolve("secrets").resolve("sandbox");
    }
}
