package io.archmeter.cli;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the help of a command says apart from its options and operands, as its annotations describe it. */
record UsageDescription(
        List<String> description,
        List<String> footer,
        String synopsisHeading,
        String descriptionHeading,
        String parameterListHeading,
        String optionListHeading,
        String footerHeading,
        boolean abbreviateSynopsis,
        boolean sortOptions) {
    UsageDescription {
        description = List.copyOf(description);
        footer = List.copyOf(footer);
    }

    static UsageDescription of(UsageMessageSpec usage) {
        return new UsageDescription(
                List.of(usage.description()),
                List.of(usage.footer()),
                usage.synopsisHeading(),
                usage.descriptionHeading(),
                usage.parameterListHeading(),
                usage.optionListHeading(),
                usage.footerHeading(),
                usage.abbreviateSynopsis(),
                usage.sortOptions());
    }

    static UsageDescription read(DataInput in) throws IOException {
        return new UsageDescription(
                Texts.read(in),
                Texts.read(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean());
    }

    void write(DataOutput out) throws IOException {
        Texts.write(description, out);
        Texts.write(footer, out);
        out.writeUTF(synopsisHeading);
        out.writeUTF(descriptionHeading);
        out.writeUTF(parameterListHeading);
        out.writeUTF(optionListHeading);
        out.writeUTF(footerHeading);
        out.writeBoolean(abbreviateSynopsis);
        out.writeBoolean(sortOptions);
    }

    void describe(UsageMessageSpec usage) {
        usage.description(Texts.array(description))
                .footer(Texts.array(footer))
                .synopsisHeading(synopsisHeading)
                .descriptionHeading(descriptionHeading)
                .parameterListHeading(parameterListHeading)
                .optionListHeading(optionListHeading)
                .footerHeading(footerHeading)
                .abbreviateSynopsis(abbreviateSynopsis)
                .sortOptions(sortOptions);
    }
}
