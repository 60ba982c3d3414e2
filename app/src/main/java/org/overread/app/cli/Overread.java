// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.PrintWriter;
import org.overread.app.bench.Benchmarks;
import org.overread.app.cli.bundles.BundleCommand;
import org.overread.app.cli.bundles.VerifyCommand;
import org.overread.app.cli.keys.KeysCommand;
import org.overread.app.cli.labels.LabelCommand;
import org.overread.app.cli.labels.TaskCommand;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Versions;
import org.overread.app.cli.log.LogCommand;
import org.overread.app.cli.masks.InterpolateCommand;
import org.overread.app.cli.masks.MaskCommand;
import org.overread.app.cli.masks.SegmentCommand;
import org.overread.app.cli.pictures.SliceCommand;
import org.overread.app.cli.store.AuditCommand;
import org.overread.app.cli.store.StoreCommand;
import org.overread.app.cli.volumes.ConvertCommand;
import org.overread.app.cli.volumes.DumpCommand;
import org.overread.app.cli.volumes.InspectCommand;
import org.overread.app.cli.volumes.SampleCommand;
import org.overread.app.segment.MaskFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole. Exit status: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
@Command(
        name = "overread",
        description = "Annotation of CT and MRI volumes.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Versions.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        subcommands = HelpCommand.class)
public final class Overread {
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    /// Runs one command and returns the exit status; blocks until the command, or the desktop, has ended.
    public static int run(String[] args, Parts parts) {
        return commandLine(parts).execute(args);
    }

    static CommandLine commandLine(Parts parts) {
        var program =
                new CommandLine(new Overread())
                        .addSubcommand(new DesktopCommand(parts.desktop()))
                        .addSubcommand(new InspectCommand())
                        .addSubcommand(new ConvertCommand())
                        .addSubcommand(new SliceCommand())
                        .addSubcommand(new DumpCommand())
                        .addSubcommand(new MaskCommand())
                        .addSubcommand(new InterpolateCommand())
                        .addSubcommand(new SegmentCommand())
                        .addSubcommand(new LabelCommand())
                        .addSubcommand(new TaskCommand())
                        .addSubcommand(new StoreCommand())
                        .addSubcommand(new AuditCommand())
                        .addSubcommand(new SampleCommand(parts.sample()))
                        .addSubcommand(new KeysCommand())
                        .addSubcommand(new BundleCommand())
                        .addSubcommand(new VerifyCommand())
                        .addSubcommand(new LogCommand())
                        .addSubcommand(new BenchCommand(Benchmarks.all()))
                        .addSubcommand(new AboutCommand(parts.renderers()))
                        .setCommandName(System.getProperty("overread.command", "overread"))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setAbbreviatedOptionsAllowed(false)
                        .setParameterExceptionHandler(Overread::wrongUsage)
                        .setExecutionExceptionHandler(Overread::refusedOrBroken)
                        .setExecutionStrategy(new CommandLine.RunLast());
        if (System.getenv("NO_COLOR") != null) {
            program.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        }
        return program;
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(near -> err.println("Did you mean '" + near + "'?"));
        }
        err.println("See '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return WRONG_USAGE;
    }

    private static int refusedOrBroken(
            Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof CommandRefused || e instanceof MaskFileException) {
            command.getErr().println(e.getMessage());
            return REFUSED;
        }
        throw e; // a mistake of ours: picocli prints it whole, and the status is 1
    }
}
