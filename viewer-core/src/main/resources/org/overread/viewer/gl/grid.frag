// Defined before this text: TABLE or EVEN.
uniform ivec3 size;

// Grid coordinates of the middle of the picture and their growth a pixel right, a pixel down and a step deep.
// EVEN: voxel indices. TABLE: i and j as if all slices lay on the first, and millimetres along the stack.
// Floats do not hold a large index finely: each comes as multiples of 1/256, of which products and sums are exact,
// and a small rest.
uniform vec3 middle;
uniform vec3 middleRest;
uniform vec3 right;
uniform vec3 rightRest;
uniform vec3 down;
uniform vec3 downRest;
uniform vec3 deep;
uniform vec3 deepRest;
uniform vec2 pictureMiddle;
uniform int stepsASide;
uniform bool aligned; // rows of pixels lie along rows or columns of voxels

// A voxel index: a whole number and the part of a voxel beyond it.
struct Index {
    ivec3 whole;
    vec3 part;
};

Index asIndex(vec3 whole, vec3 part) {
    vec3 below = floor(part);
    return Index(ivec3(whole + below), part - below);
}

#ifdef TABLE
// One texel a slice: its shift in i and j, and millimetres along the stack. Below it the rests.
uniform sampler2D slicePositions;

vec3 slicePosition(int k) {
    return texelFetch(slicePositions, ivec2(clamp(k, 0, size.z - 1), 0), 0).xyz;
}

vec3 sliceRest(int k) {
    return texelFetch(slicePositions, ivec2(clamp(k, 0, size.z - 1), 1), 0).xyz;
}

// From slice k to the next.
vec3 sliceStep(int k) {
    return slicePosition(k + 1) - slicePosition(k) + (sliceRest(k + 1) - sliceRest(k));
}

Index indexAt(vec3 grid, vec3 rest) {
    int low = 0;
    int high = size.z - 2;
    while (low < high) {
        int upper = (low + high + 1) >> 1;
        if (grid.z - slicePosition(upper).z + (rest.z - sliceRest(upper).z) >= 0.0) {
            low = upper;
        } else {
            high = upper - 1;
        }
    }
    vec3 away = grid - slicePosition(low);
    vec3 awayRest = rest - sliceRest(low);
    vec3 next = sliceStep(low);
    float share = (away.z + awayRest.z) / next.z;
    vec2 whole = floor(away.xy);
    return asIndex(vec3(whole, low), vec3(away.xy - whole + (awayRest.xy - share * next.xy), share));
}
#else
Index indexAt(vec3 grid, vec3 rest) {
    vec3 whole = floor(grid);
    return asIndex(whole, grid - whole + rest);
}
#endif

// Of the pixel, so many steps deep.
Index indexAt(float steps) {
    vec2 away = gl_FragCoord.xy - 0.5 - pictureMiddle;
    return indexAt(
            middle + away.x * right + away.y * down + steps * deep,
            middleRest + away.x * rightRest + away.y * downRest + steps * deepRest);
}

// Half a voxel beyond the outermost centres still belongs to them.
bool isInside(Index index) {
    ivec3 last = size - 1;
    for (int axis = 0; axis < 3; axis++) {
        int whole = index.whole[axis];
        float part = index.part[axis];
        if (whole < -1 || whole > last[axis] || (whole == -1 && part < 0.5)
                || (whole == last[axis] && part > 0.5)) {
            return false;
        }
    }
    return true;
}

ivec3 nearestVoxel(Index index) {
    return clamp(index.whole + ivec3(floor(index.part + 0.5)), ivec3(0), size - 1);
}

// Beyond the outermost centres the outermost is repeated.
Index clamped(Index index) {
    for (int axis = 0; axis < 3; axis++) {
        if (index.whole[axis] < 0 || index.whole[axis] >= size[axis] - 1) {
            index.whole[axis] = index.whole[axis] < 0 ? 0 : size[axis] - 1;
            index.part[axis] = 0.0;
        }
    }
    return index;
}

// Along the rows or columns of the slices a share of nothing takes nothing, not even from what is no number; elsewhere
// a neighbour that is no number leaves none. So does the processor.
float between(float here, float next, float share) {
    return aligned && share == 0.0 ? here : here + (next - here) * share;
}

