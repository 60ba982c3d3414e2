// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "label",
        description = "Takes labels into the workspace, and out of it, and shows their versions.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LabelImportCommand.class,
            LabelExportCommand.class,
            LabelListCommand.class,
            LabelShowCommand.class,
            LabelDiffCommand.class,
            LabelRestoreCommand.class,
            LabelNameCommand.class,
            LabelSampleCommand.class
        })
public final class LabelCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name one of: import, export, list, show, diff, restore, name, sample.");
    }
}
