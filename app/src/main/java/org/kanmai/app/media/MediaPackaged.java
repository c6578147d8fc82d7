package org.kanmai.app.media;

import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;

/** A film is packaged; an event in the transaction that says so. */
public record MediaPackaged(MediaId media, PersonId owner) {}
