package org.kanmai.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the machine's processes from outside. */
final class TestFolders {
    private TestFolders() {}

    /** The processes that work anywhere inside this folder. */
    static List<ProcessHandle> processesIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, folder))
                .toList();
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
