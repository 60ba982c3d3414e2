// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.codec.CodecSeeds;
import org.overread.viewer.codec.FrameDecoder;
import org.overread.viewer.codec.FrameLayout;
import org.overread.viewer.codec.FrameOutcome;
import org.overread.viewer.codec.TransferSyntax;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Eight bytes of layout and a codestream, to one decoder.
record DecodedFrames(TransferSyntax syntax) implements FuzzTarget.Reader {
    private static final int LARGEST_SEED = 1 << 14;

    /// Whose memory each input finds as the one before it left it.
    private static final FrameDecoder DECODER = new FrameDecoder();

    @Override
    public void read(byte[] bytes) {
        if (bytes.length < CodecSeeds.LAYOUT_BYTES) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        FrameLayout layout = CodecSeeds.layout(in);
        int[] target = new int[(int) layout.samples()];
        switch (DECODER.decode(syntax, layout, in.slice(), target)) {
            case FrameOutcome.Decoded _ -> {}
            case FrameOutcome.Refused(_, String detail) -> SharedFiles.requireSentence(detail);
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<>(CodecSeeds.made(syntax));
        for (Path file : SharedFiles.of("dicom_files/transfer_syntax", isOurs())) {
            try {
                CodecSeeds.ofFile(file, LARGEST_SEED).ifPresent(seeds::add);
            } catch (BrokenPictureException _) {
                // a file that is meant to be broken is no start
            }
        }
        return seeds;
    }

    /// By the names of the files.
    private String isOurs() {
        return switch (syntax) {
            case RLE_LOSSLESS -> "(?i).*rle.*";
            case JPEG_LS_LOSSLESS -> "(?i).*(jls|jpegls|jpeg_ls).*";
            case JPEG_2000 -> "(?i).*(jp2k|j2k|jpeg2000|jpeg_2k|gdcm_KY).*";
            default -> "(?i).*(jpeg-l|jpegbaseline|jpgext|dcmtk|odd_jpeg|rgb_jpeg).*";
        };
    }
}
