package org.kanmai.app.media;

import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;

/**
 * A film can't be packaged; an event in the transaction that says so.
 *
 * @param reason in kebab case, as the upload tells it
 */
public record MediaFailed(MediaId media, PersonId owner, String reason) {}
