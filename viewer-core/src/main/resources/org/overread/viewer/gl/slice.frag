// Defined before this text: NEAREST, LINEAR or CUBIC; THIN, MAX, MIN or MEAN; TABLE or EVEN; UNORM or REAL.
// Samples are fetched and weighted here: the texture units of many GPUs weigh with 8 bits, which is too coarse.
uniform sampler3D voxels;
uniform float valueScale;
uniform float valueOffset;
uniform ivec3 size;

// Grid coordinates of the middle of the picture and their growth a pixel right, a pixel down and a step deep.
// EVEN: voxel indices. TABLE: i and j as if all slices lay on the first, and millimetres along the stack.
uniform vec3 middle;
uniform vec3 right;
uniform vec3 down;
uniform vec3 deep;
uniform vec2 pictureMiddle;
uniform int stepsASide;

uniform float windowLow;
uniform float windowWidth;
uniform float inverted;

out vec4 pixel;

#ifdef TABLE
uniform sampler2D slicePositions; // one texel a slice: its shift in i and j, and millimetres along the stack

vec3 slicePosition(int k) {
    return texelFetch(slicePositions, ivec2(clamp(k, 0, size.z - 1), 0), 0).xyz;
}

vec3 indexAt(vec3 grid) {
    int low = 0;
    int high = size.z - 2;
    while (low < high) {
        int between = (low + high + 1) >> 1;
        if (slicePosition(between).z <= grid.z) {
            low = between;
        } else {
            high = between - 1;
        }
    }
    vec3 from = slicePosition(low);
    vec3 to = slicePosition(low + 1);
    float share = (grid.z - from.z) / (to.z - from.z);
    return vec3(grid.xy - mix(from.xy, to.xy, share), float(low) + share);
}
#else
vec3 indexAt(vec3 grid) {
    return grid;
}
#endif

float voxel(ivec3 at) {
    return texelFetch(voxels, clamp(at, ivec3(0), size - 1), 0).r;
}

#if defined(NEAREST)
float valueAt(vec3 index) {
    return voxel(ivec3(floor(index + 0.5)));
}
#elif defined(LINEAR)
float valueAt(vec3 index) {
    vec3 inside = clamp(index, vec3(0.0), vec3(size - 1));
    ivec3 at = ivec3(inside);
    vec3 f = inside - vec3(at);
    ivec2 o = ivec2(0, 1);
    float upper = mix(
            mix(voxel(at), voxel(at + o.yxx), f.x),
            mix(voxel(at + o.xyx), voxel(at + o.yyx), f.x), f.y);
    float lower = mix(
            mix(voxel(at + o.xxy), voxel(at + o.yxy), f.x),
            mix(voxel(at + o.xyy), voxel(at + o.yyy), f.x), f.y);
    return mix(upper, lower, f.z);
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
    float here = slicePosition(k + 1).z - slicePosition(k).z;
    float before = k > 0 ? slicePosition(k).z - slicePosition(k - 1).z : here;
    float after = k < size.z - 2 ? slicePosition(k + 2).z - slicePosition(k + 1).z : here;
    return weights(t, here / (here + before), here / (here + after));
#else
    return weights(t, 0.5, 0.5);
#endif
}

float valueAt(vec3 index) {
    vec3 inside = clamp(index, vec3(0.0), vec3(size - 1));
    ivec3 at = min(ivec3(inside), max(size - 2, ivec3(0)));
    vec3 f = inside - vec3(at);
    vec4 x = weights(f.x, 0.5, 0.5);
    vec4 y = weights(f.y, 0.5, 0.5);
    vec4 z = stackWeights(f.z, at.z);
    float sum = 0.0;
    for (int c = 0; c < 4; c++) {
        for (int b = 0; b < 4; b++) {
            ivec3 row = at + ivec3(-1, b - 1, c - 1);
            vec4 line = vec4(
                    voxel(row), voxel(row + ivec3(1, 0, 0)),
                    voxel(row + ivec3(2, 0, 0)), voxel(row + ivec3(3, 0, 0)));
            sum += z[c] * y[b] * dot(x, line);
        }
    }
    return sum;
}
#endif

bool isInside(vec3 index) {
    return all(greaterThanEqual(index, vec3(-0.5)))
            && all(lessThanEqual(index, vec3(size) - 0.5));
}

void main() {
    vec2 away = gl_FragCoord.xy - 0.5 - pictureMiddle;
    vec3 onPlane = middle + away.x * right + away.y * down;
    float value = 0.0;
    bool inside = false;
#ifdef THIN
    vec3 index = indexAt(onPlane);
    if (isInside(index)) {
        inside = true;
        value = valueAt(index);
    }
#else
    float weight = 0.0;
    for (int s = -stepsASide; s <= stepsASide; s++) {
        vec3 index = indexAt(onPlane + float(s) * deep);
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
#if defined(MEAN)
    value /= weight;
#endif
    bool black = weight == 0.0;
#endif
    if (!inside) {
        pixel = vec4(0.0);
        return;
    }
#ifdef THIN
    bool black = isnan(value);
#endif
    float shown = value * valueScale + valueOffset;
    float level = clamp(floor(255.0 * (shown - windowLow) / windowWidth + 0.5), 0.0, 255.0);
    float grey = black ? 0.0 : abs(inverted * 255.0 - level);
    pixel = vec4(vec3(grey / 255.0), 1.0);
}
