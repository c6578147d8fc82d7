package org.kanmai.app.payment.sandbox;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the sandbox answers, and by what both sides know each other.
 *
 * @param address of the sandbox, as buyers' browsers reach it
 * @param site address of this site, where notifications go and buyers return to
 * @param merchantKey PEM file (PKCS #8) of the Ed25519 key that signs requests
 * @param providerKey PEM file (X.509) of the Ed25519 key that notifications are checked by
 */
@ConfigurationProperties("kanmai.payment.sandbox")
record SandboxSettings(URI address, URI site, Path merchantKey, Path providerKey) {}
