// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import org.overread.app.cli.keys.PolicyCommand;
import picocli.CommandLine.Command;

@Command(
        name = "bundle",
        description = "Signs labels and shows what was signed.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BundleCreateCommand.class,
            BundleShowCommand.class,
            CosignCommand.class,
            PolicyCommand.class,
            VerifyCommand.class
        })
public final class BundleCommand {}
