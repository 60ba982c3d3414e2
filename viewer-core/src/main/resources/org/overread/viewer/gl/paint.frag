// Colours pixels by the labels that they show: fills, then hatches, then outlines. Pictures of labels reach `margin`
// beyond the picture on every side, where outlines look for neighbours.
uniform sampler2D below;
uniform usampler2D first;
uniform usampler2D second;
uniform int shown; // ALL of the first, what the second LACKS, or what BOTH have
uniform int margin;
uniform int firstColumn;
uniform int endColumn;

// Rows 0 and 1, one texel a label: colour, fill and outline; period, line and opacity of the hatch.
// Rows 2 and 3, one texel a width of outlines: the labels that have it; the width.
uniform usampler2D styles;
uniform int widths;

const int LACKS = 1;
const int BOTH = 2;

uvec4 labelsAt(ivec2 at) {
    uvec4 labels = texelFetch(first, at, 0);
    if (shown == LACKS) {
        return labels & ~texelFetch(second, at, 0);
    }
    return shown == BOTH ? labels & texelFetch(second, at, 0) : labels;
}

uvec3 rgbOf(uint code) {
    return uvec3(code >> 16, code >> 8, code) & 255u;
}

// The number of a word's lowest bit: the exponent of a power of two.
int lowest(uint word) {
    return (floatBitsToInt(float(word & (~word + 1u))) >> 23) - 127;
}

uvec4 filled(uvec4 under, uvec4 labels) {
    for (int word = 0; word < 4; word++) {
        for (uint rest = labels[word]; rest != 0u; rest &= rest - 1u) {
            uvec4 style = texelFetch(styles, ivec2(32 * word + lowest(rest), 0), 0);
            under = over(under, rgbOf(style.x), style.y);
        }
    }
    return under;
}

uvec4 hatched(uvec4 under, uvec4 labels, ivec2 at) {
    for (int word = 0; word < 4; word++) {
        for (uint rest = labels[word]; rest != 0u; rest &= rest - 1u) {
            int label = 32 * word + lowest(rest);
            uvec4 hatch = texelFetch(styles, ivec2(label, 1), 0);
            if (hatch.y != 0u && uint(at.x + at.y) % hatch.x < hatch.y) {
                under = over(under, rgbOf(texelFetch(styles, ivec2(label, 0), 0).x), hatch.z);
            }
        }
    }
    return under;
}

uvec4 outlined(uvec4 under, uvec4 labels) {
    for (int word = 0; word < 4; word++) {
        for (uint rest = labels[word]; rest != 0u; rest &= rest - 1u) {
            uvec4 style = texelFetch(styles, ivec2(32 * word + lowest(rest), 0), 0);
            under = over(under, rgbOf(style.x), style.z);
        }
    }
    return under;
}

// The labels of a pixel that one of its neighbours lacks.
uvec4 edges(uvec4 labels, ivec2 at) {
    uvec4 found = uvec4(0u);
    for (int n = 0; n < widths; n++) {
        uvec4 candidates = labels & texelFetch(styles, ivec2(n, 2), 0);
        if (any(notEqual(candidates, uvec4(0u)))) {
            int side = int(texelFetch(styles, ivec2(n, 3), 0).x);
            ivec3 o = ivec3(-side, 0, side);
            uvec4 everywhere = labelsAt(at + o.xx) & labelsAt(at + o.yx) & labelsAt(at + o.zx)
                    & labelsAt(at + o.xy) & labelsAt(at + o.zy)
                    & labelsAt(at + o.xz) & labelsAt(at + o.yz) & labelsAt(at + o.zz);
            found |= candidates & ~everywhere;
        }
    }
    return found;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    uvec4 under = soFar(below);
    if (at.x >= firstColumn && at.x < endColumn) {
        uvec4 labels = labelsAt(at + margin);
        under = filled(under, labels);
        under = hatched(under, labels, at);
        under = outlined(under, edges(labels, at + margin));
    }
    pixel = asPixel(under);
}
