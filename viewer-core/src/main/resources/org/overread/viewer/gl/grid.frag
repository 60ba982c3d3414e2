// Defined before this text: TABLE or EVEN.
uniform ivec3 size;

// Grid coordinates of the middle of the picture and their growth a pixel right, a pixel down and a step deep.
// EVEN: voxel indices. TABLE: i and j as if all slices lay on the first, and millimetres along the stack.
uniform vec3 middle;
uniform vec3 right;
uniform vec3 down;
uniform vec3 deep;
uniform vec2 pictureMiddle;
uniform int stepsASide;
uniform bool aligned; // rows of pixels lie along rows or columns of voxels

#ifdef TABLE
uniform sampler2D slicePositions; // one texel a slice: its shift in i and j, and millimetres along the stack

vec3 slicePosition(int k) {
    return texelFetch(slicePositions, ivec2(clamp(k, 0, size.z - 1), 0), 0).xyz;
}

vec3 indexAt(vec3 grid) {
    int low = 0;
    int high = size.z - 2;
    while (low < high) {
        int upper = (low + high + 1) >> 1;
        if (slicePosition(upper).z <= grid.z) {
            low = upper;
        } else {
            high = upper - 1;
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

bool isInside(vec3 index) {
    return all(greaterThanEqual(index, vec3(-0.5)))
            && all(lessThanEqual(index, vec3(size) - 0.5));
}

vec3 gridAt(vec2 fragment) {
    vec2 away = fragment - 0.5 - pictureMiddle;
    return middle + away.x * right + away.y * down;
}

ivec3 nearestVoxel(vec3 index) {
    return clamp(ivec3(floor(index + 0.5)), ivec3(0), size - 1);
}

// Along the rows or columns of the slices a share of nothing takes nothing, not even from what is no number; elsewhere
// a neighbour that is no number leaves none. So does the processor.
float between(float here, float next, float share) {
    return aligned && share == 0.0 ? here : here + (next - here) * share;
}

