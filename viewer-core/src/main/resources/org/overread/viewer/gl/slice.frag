// Defined before this text: NEAREST, LINEAR or CUBIC; THIN, MAX, MIN or MEAN; TABLE or EVEN; UNORM or REAL; COLOURS
// or VALUES.
// Samples are fetched and weighted here: the texture units of many GPUs weigh with 8 bits, which is too coarse.
uniform sampler3D voxels;
uniform float valueOffset;

float voxel(ivec3 at) {
    float texel = texelFetch(voxels, clamp(at, ivec3(0), size - 1), 0).r;
#ifdef UNORM
    return floor(texel * 65535.0 + 0.5) + valueOffset; // whole numbers again, exactly
#else
    return texel;
#endif
}

#if defined(NEAREST)
float valueAt(Index index) {
    return voxel(nearestVoxel(index));
}
#elif defined(LINEAR)
float valueAt(Index index) {
    Index inside = clamped(index);
    ivec3 at = inside.whole;
    vec3 f = inside.part;
    ivec2 o = ivec2(0, 1);
    float upper = between(
            between(voxel(at), voxel(at + o.yxx), f.x),
            between(voxel(at + o.xyx), voxel(at + o.yyx), f.x), f.y);
    float lower = between(
            between(voxel(at + o.xxy), voxel(at + o.yxy), f.x),
            between(voxel(at + o.xyy), voxel(at + o.yyy), f.x), f.y);
    return between(upper, lower, f.z);
}
#else
vec4 weights(float t, float before, float after) {
    float slopeHere = t * (1.0 - t) * (1.0 - t) * before;
    float slopeNext = t * t * (t - 1.0) * after;
    float next = t * t * (3.0 - 2.0 * t);
    return vec4(-slopeHere, 1.0 - next - slopeNext, next + slopeHere, slopeNext);
}

vec4 stackWeights(float t, int k) {
#ifdef TABLE
    float here = sliceStep(k).z;
    float before = k > 0 ? sliceStep(k - 1).z : here;
    float after = k < size.z - 2 ? sliceStep(k + 1).z : here;
    return weights(t, here / (here + before), here / (here + after));
#else
    return weights(t, 0.5, 0.5);
#endif
}

float valueAt(Index index) {
    Index inside = clamped(index);
    ivec3 at = min(inside.whole, max(size - 2, ivec3(0)));
    vec3 f = inside.part + vec3(inside.whole - at);
    vec4 x = weights(f.x, 0.5, 0.5);
    vec4 y = weights(f.y, 0.5, 0.5);
    vec4 z = stackWeights(f.z, at.z);
    float sum = 0.0;
    for (int c = 0; c < 4; c++) {
        for (int b = 0; b < 4; b++) {
            float share = z[c] * y[b];
            if (aligned && share == 0.0) {
                continue;
            }
            ivec3 row = at + ivec3(-1, b - 1, c - 1);
            vec4 line = vec4(
                    voxel(row), voxel(row + ivec3(1, 0, 0)),
                    voxel(row + ivec3(2, 0, 0)), voxel(row + ivec3(3, 0, 0)));
            sum += share * dot(x, line);
        }
    }
    return sum;
}
#endif

// The value of a pixel; false outside the volume. What is no number comes out as one.
bool valueOfPixel(out float value, out bool isNumber) {
    value = 0.0;
#ifdef THIN
    Index index = indexAt(0.0);
    isNumber = false;
    if (!isInside(index)) {
        return false;
    }
    value = valueAt(index);
    isNumber = !isnan(value);
    return true;
#else
    bool inside = false;
    float weight = 0.0;
    for (int s = -stepsASide; s <= stepsASide; s++) {
        Index index = indexAt(float(s));
        if (!isInside(index)) {
            continue;
        }
        inside = true;
        float sampled = valueAt(index);
        if (isnan(sampled)) {
            continue;
        }
#if defined(MAX)
        value = weight > 0.0 ? max(value, sampled) : sampled;
        weight = 1.0;
#elif defined(MIN)
        value = weight > 0.0 ? min(value, sampled) : sampled;
        weight = 1.0;
#else
        float share = abs(s) == stepsASide ? 0.5 : 1.0;
        value += share * sampled;
        weight += share;
#endif
    }
#ifdef MEAN
    value /= weight;
#endif
    isNumber = weight > 0.0 && !isnan(value);
    return inside;
#endif
}

#ifdef VALUES
out vec2 pixel; // the value, and 1 where there is one

void main() {
    float value;
    bool isNumber;
    bool inside = valueOfPixel(value, isNumber);
    pixel = inside && isNumber ? vec2(value, 1.0) : vec2(0.0);
}
#else
uniform int curve; // RAMP, THRESHOLD, SIGMOID or TABULATED
uniform float curveLow; // RAMP: what is black; THRESHOLD: the last black; SIGMOID: the centre; TABULATED: the first
uniform float curveWidth; // RAMP: from black to white; SIGMOID: the width; TABULATED: the step
uniform int curveEntries;
uniform sampler2D curveTable;
uniform usampler2D palette; // one texel a level: red, green, blue, opacity; the last is for what is no number
uniform int blend; // OVER, ADD or LIGHTEN
uniform sampler2D below;

const int RAMP = 0;
const int THRESHOLD = 1;
const int SIGMOID = 2;
const int NO_NUMBER = 256;

float entry(int n) {
    return texelFetch(curveTable, ivec2(n & 1023, n >> 10), 0).r;
}

float tabulated(float value) {
    float last = float(curveEntries - 1);
    float at = clamp((value - curveLow) / curveWidth, 0.0, last);
    int n = int(at);
    return between(entry(n), entry(min(n + 1, curveEntries - 1)), at - float(n));
}

float levelOf(float value) {
    if (curve == RAMP) {
        return 255.0 * (value - curveLow) / curveWidth;
    }
    if (curve == THRESHOLD) {
        return value <= curveLow ? 0.0 : 255.0;
    }
    if (curve == SIGMOID) {
        return 255.0 / (1.0 + exp(clamp(-4.0 * (value - curveLow) / curveWidth, -80.0, 80.0)));
    }
    return tabulated(value);
}

void main() {
    uvec4 under = soFar(below);
    pixel = asPixel(under);
    float value;
    bool isNumber;
    if (!valueOfPixel(value, isNumber)) {
        return;
    }
    int level = isNumber ? int(clamp(levelOf(value) + 0.5, 0.0, 255.0)) : NO_NUMBER;
    uvec4 colour = texelFetch(palette, ivec2(level, 0), 0);
    if (colour.a != 0u) {
        pixel = asPixel(blended(blend, under, colour.rgb, colour.a));
    }
}
#endif
