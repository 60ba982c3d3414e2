// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "store",
        description = "Checks, backs up and measures the workspace.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StoreCheckCommand.class,
            StoreBackupCommand.class,
            StoreSizeCommand.class,
            StoreSweepCommand.class
        })
public final class StoreCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of: check, backup, size, gc.");
    }
}
