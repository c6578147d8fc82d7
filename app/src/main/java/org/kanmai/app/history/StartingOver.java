package org.kanmai.app.history;

/** A port to what runs this process: only that can empty the folder under a demo world and begin anew. */
public interface StartingOver {

    /** Says on disk that the world is to begin anew, then ends this one in a moment; asked again, it changes nothing. */
    void ask();
}
